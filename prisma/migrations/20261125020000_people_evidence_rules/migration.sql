-- CreateEnum
CREATE TYPE "succession_kind" AS ENUM ('renamed', 'merged', 'split');

-- CreateEnum
CREATE TYPE "discipline_kind" AS ENUM ('reprimand', 'warning', 'pay_cut', 'demotion', 'removal', 'dismissal');

-- CreateEnum
CREATE TYPE "leave_kind" AS ENUM ('maternity', 'rescue_treatment', 'training', 'sick', 'unpaid');

-- CreateEnum
CREATE TYPE "open_matter_kind" AS ENUM ('discipline_review', 'investigation', 'complaint', 'press');

-- CreateEnum
CREATE TYPE "work_kind" AS ENUM ('initiative', 'research');

-- CreateEnum
CREATE TYPE "work_level" AS ENUM ('grassroots', 'ministry', 'national');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('checked', 'applied', 'discarded');

-- CreateEnum
CREATE TYPE "access_state" AS ENUM ('waiting', 'matched', 'refused');

-- CreateEnum
CREATE TYPE "list_state" AS ENUM ('submitted', 'returned', 'accepted');

-- AlterTable
ALTER TABLE "registration_window" ADD COLUMN     "announced_at" TIMESTAMPTZ(3),
ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "title_registration" ADD COLUMN     "late_reason" TEXT;

-- CreateTable
CREATE TABLE "unit_succession" (
    "predecessor_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    "kind" "succession_kind" NOT NULL,
    "on_date" DATE NOT NULL,
    "document" TEXT NOT NULL,

    CONSTRAINT "unit_succession_pkey" PRIMARY KEY ("predecessor_id","successor_id")
);

-- CreateTable
CREATE TABLE "unit_year" (
    "unit_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "rating" "rating" NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "exceeded_targets" BOOLEAN,
    "cluster_rank" INTEGER,

    CONSTRAINT "unit_year_pkey" PRIMARY KEY ("unit_id","year")
);

-- CreateTable
CREATE TABLE "discipline" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "kind" "discipline_kind" NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,
    "decision_number" TEXT NOT NULL,

    CONSTRAINT "discipline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leave" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "kind" "leave_kind" NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,
    "good_grade" BOOLEAN,

    CONSTRAINT "leave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "open_matter" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID,
    "unit_id" UUID,
    "kind" "open_matter_kind" NOT NULL,
    "note" TEXT NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "open_matter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recognised_work" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "work_kind" NOT NULL,
    "level" "work_level" NOT NULL,
    "title" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "signatory" TEXT NOT NULL,
    "initiative_id" UUID,
    "annulled_at" TIMESTAMPTZ(3),

    CONSTRAINT "recognised_work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recognised_work_author" (
    "work_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "share" INTEGER,

    CONSTRAINT "recognised_work_author_pkey" PRIMARY KEY ("work_id","person_id")
);

-- CreateTable
CREATE TABLE "work_use" (
    "work_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "year" INTEGER NOT NULL,

    CONSTRAINT "work_use_pkey" PRIMARY KEY ("work_id","person_id","title","year")
);

-- CreateTable
CREATE TABLE "rule_override" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "rule" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "document_number" TEXT NOT NULL,
    "document_date" DATE NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'checked',
    "rows" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slack_user_id" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "email" TEXT,
    "note" TEXT,
    "state" "access_state" NOT NULL DEFAULT 'waiting',
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration_revision" (
    "id" BIGSERIAL NOT NULL,
    "registration_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" "registration_state" NOT NULL,
    "titles" TEXT[],
    "reason" TEXT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "registration_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration_list" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "state" "list_state" NOT NULL DEFAULT 'submitted',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "return_reason" TEXT,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "registration_list_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "unit_succession_successor_id_idx" ON "unit_succession"("successor_id");

-- CreateIndex
CREATE UNIQUE INDEX "discipline_person_id_decision_number_key" ON "discipline"("person_id", "decision_number");

-- CreateIndex
CREATE INDEX "leave_person_id_idx" ON "leave"("person_id");

-- CreateIndex
CREATE INDEX "open_matter_person_id_idx" ON "open_matter"("person_id");

-- CreateIndex
CREATE INDEX "open_matter_unit_id_idx" ON "open_matter"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "recognised_work_initiative_id_level_key" ON "recognised_work"("initiative_id", "level");

-- CreateIndex
CREATE UNIQUE INDEX "recognised_work_decision_number_title_level_key" ON "recognised_work"("decision_number", "title", "level");

-- CreateIndex
CREATE INDEX "recognised_work_author_person_id_idx" ON "recognised_work_author"("person_id");

-- CreateIndex
CREATE INDEX "rule_override_rule_idx" ON "rule_override"("rule");

-- CreateIndex
CREATE INDEX "registration_revision_registration_id_idx" ON "registration_revision"("registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_list_unit_id_year_key" ON "registration_list"("unit_id", "year");

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_year" ADD CONSTRAINT "unit_year_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discipline" ADD CONSTRAINT "discipline_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave" ADD CONSTRAINT "leave_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_matter" ADD CONSTRAINT "open_matter_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_matter" ADD CONSTRAINT "open_matter_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_matter" ADD CONSTRAINT "open_matter_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recognised_work" ADD CONSTRAINT "recognised_work_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recognised_work_author" ADD CONSTRAINT "recognised_work_author_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "recognised_work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recognised_work_author" ADD CONSTRAINT "recognised_work_author_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_use" ADD CONSTRAINT "work_use_work_id_person_id_fkey" FOREIGN KEY ("work_id", "person_id") REFERENCES "recognised_work_author"("work_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_override" ADD CONSTRAINT "rule_override_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_revision" ADD CONSTRAINT "registration_revision_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "title_registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_revision" ADD CONSTRAINT "registration_revision_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_list" ADD CONSTRAINT "registration_list_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_list" ADD CONSTRAINT "registration_list_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_list" ADD CONSTRAINT "registration_list_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ───────────── rules that the database holds ─────────────

alter table unit_succession
  add constraint unit_succession_two check (predecessor_id <> successor_id),
  add constraint unit_succession_document check (btrim(document) <> '');
alter table unit_year
  add constraint unit_year_year check (year between 1990 and 2200),
  add constraint unit_year_rank check (cluster_rank >= 1);
alter table discipline add constraint discipline_dates check (to_date >= from_date);
alter table leave add constraint leave_dates check (to_date >= from_date);
alter table open_matter
  add constraint open_matter_dates check (closed_on >= opened_on),
  add constraint open_matter_one_subject check (num_nonnulls(person_id, unit_id) = 1);
alter table recognised_work
  add constraint recognised_work_year check (year between 1990 and 2200),
  add constraint recognised_work_written check (btrim(title) <> '' and btrim(decision_number) <> '');
alter table recognised_work_author
  add constraint recognised_work_author_share check (share between 1 and 100);
alter table rule_override
  add constraint rule_override_dates check (to_date >= from_date),
  add constraint rule_override_document check (btrim(document_number) <> '');
create unique index access_request_one_waiting
  on access_request ((case when state = 'waiting' then slack_user_id end));
alter table access_request
  add constraint access_request_settled check ((state = 'waiting') = (settled_at is null));

alter table title_registration drop constraint title_registration_settled;
alter table title_registration
  add constraint title_registration_settled check (
    (state in ('submitted', 'withdrawn')) = (settled_by_id is null)
    and (settled_by_id is null) = (settled_at is null));
alter table registration_list
  add constraint registration_list_revision check (revision >= 1),
  add constraint registration_list_returned_with_reason
    check ((state = 'returned') = (return_reason is not null)),
  add constraint registration_list_settled
    check ((state = 'submitted') = (settled_by_id is null) and (settled_by_id is null) = (settled_at is null));

-- History is added to, never changed.
create function history_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'history is never changed or deleted' using errcode = 'insufficient_privilege';
end
$$;
create trigger registration_revision_append_only before update or delete on registration_revision
  for each row execute function history_is_append_only();
