-- The foundation: people, titles, initiatives, councils, campaigns, messages, audit.
-- Generated from prisma/schema.prisma; what Prisma cannot express is written by hand at both ends.

-- The organisation's clock. Every deadline is judged by it, inside the statement that writes.
-- practice_clock is empty in production; the practice workspace moves time with it.
create function app_now() returns timestamptz language plpgsql volatile as $$
begin
  return clock_timestamp()
    + coalesce((select offset_ms from practice_clock where id = 1), 0) * interval '1 millisecond';
end
$$;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "unit_kind" AS ENUM ('province', 'department', 'grassroots');

-- CreateEnum
CREATE TYPE "office" AS ENUM ('head', 'deputy', 'staff');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('head', 'secretary', 'inspector', 'communications', 'finance', 'administrator');

-- CreateEnum
CREATE TYPE "rating" AS ENUM ('excellent', 'good', 'completed', 'not_completed');

-- CreateEnum
CREATE TYPE "registration_state" AS ENUM ('submitted', 'confirmed', 'returned');

-- CreateEnum
CREATE TYPE "solution_kind" AS ENUM ('technical', 'managerial', 'operational', 'technology_transfer');

-- CreateEnum
CREATE TYPE "initiative_state" AS ENUM ('received', 'voting', 'passed', 'not_passed', 'recognised', 'refused');

-- CreateEnum
CREATE TYPE "decision_kind" AS ENUM ('recognised', 'refused');

-- CreateEnum
CREATE TYPE "council_kind" AS ENUM ('emulation', 'initiative');

-- CreateEnum
CREATE TYPE "council_office" AS ENUM ('chair', 'vice_chair', 'standing_member', 'secretary', 'member');

-- CreateEnum
CREATE TYPE "ballot_method" AS ENUM ('open', 'secret');

-- CreateEnum
CREATE TYPE "ballot_state" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "ballot_result" AS ENUM ('passed', 'not_passed', 'no_quorum');

-- CreateEnum
CREATE TYPE "exclusion" AS ENUM ('author');

-- CreateEnum
CREATE TYPE "choice" AS ENUM ('agree', 'disagree', 'other');

-- CreateEnum
CREATE TYPE "campaign_kind" AS ENUM ('regular', 'thematic', 'ad_hoc');

-- CreateEnum
CREATE TYPE "campaign_audience" AS ENUM ('collectives', 'persons', 'both');

-- CreateEnum
CREATE TYPE "campaign_state" AS ENUM ('draft', 'published', 'closed');

-- CreateEnum
CREATE TYPE "message_state" AS ENUM ('waiting', 'sending', 'delivered', 'dead', 'dropped');

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "unit_kind" NOT NULL,
    "parent_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "staff_number" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "slack_user_id" TEXT,
    "locale" TEXT,
    "time_zone" TEXT,
    "profile_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posting" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "position" TEXT NOT NULL,
    "office" "office" NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "year_rating" (
    "person_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "rating" "rating" NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,

    CONSTRAINT "year_rating_pkey" PRIMARY KEY ("person_id","year")
);

-- CreateTable
CREATE TABLE "award" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID,
    "unit_id" UUID,
    "title" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "signatory" TEXT NOT NULL,
    "annulled_at" TIMESTAMPTZ(3),

    CONSTRAINT "award_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration_window" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "year" INTEGER NOT NULL,
    "unit_id" UUID NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,

    CONSTRAINT "registration_window_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "title_registration" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "year" INTEGER NOT NULL,
    "person_id" UUID,
    "unit_id" UUID,
    "filed_by_id" UUID NOT NULL,
    "state" "registration_state" NOT NULL DEFAULT 'submitted',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "return_reason" TEXT,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "filed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "title_registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "title_registration_item" (
    "registration_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "rank_below" INTEGER,
    "title" TEXT NOT NULL,

    CONSTRAINT "title_registration_item_pkey" PRIMARY KEY ("registration_id","rank")
);

-- CreateTable
CREATE TABLE "initiative" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL,
    "state" "initiative_state" NOT NULL DEFAULT 'received',
    "title" TEXT NOT NULL,
    "kind" "solution_kind" NOT NULL,
    "field" TEXT NOT NULL,
    "investor" TEXT,
    "first_applied_on" DATE NOT NULL,
    "prior_state" TEXT NOT NULL,
    "essence" TEXT NOT NULL,
    "conditions" TEXT,
    "benefits" TEXT NOT NULL,
    "benefits_by_users" TEXT,
    "confidential" TEXT,
    "filed_late" BOOLEAN NOT NULL,
    "unit_id" UUID NOT NULL,
    "filed_by_id" UUID NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_author" (
    "initiative_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "person_id" UUID,
    "outside_name" TEXT,
    "workplace" TEXT,
    "share" INTEGER NOT NULL,

    CONSTRAINT "initiative_author_pkey" PRIMARY KEY ("initiative_id","ordinal")
);

-- CreateTable
CREATE TABLE "initiative_draft" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "initiative_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_decision" (
    "initiative_id" UUID NOT NULL,
    "kind" "decision_kind" NOT NULL,
    "ballot_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "signatory" TEXT NOT NULL,
    "reason" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "initiative_decision_pkey" PRIMARY KEY ("initiative_id")
);

-- CreateTable
CREATE TABLE "register" (
    "series" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "register_pkey" PRIMARY KEY ("series","year")
);

-- CreateTable
CREATE TABLE "council" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID NOT NULL,
    "kind" "council_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,
    "channel_id" TEXT,

    CONSTRAINT "council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "council_member" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "council_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "office" "council_office" NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,

    CONSTRAINT "council_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sitting" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "council_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "convened_by_id" UUID NOT NULL,
    "submission_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "sitting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "sitting_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "initiative_id" UUID NOT NULL,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agenda_item_id" UUID NOT NULL,
    "method" "ballot_method" NOT NULL,
    "state" "ballot_state" NOT NULL DEFAULT 'open',
    "rule" JSONB NOT NULL,
    "roll_hash" TEXT NOT NULL,
    "roll_size" INTEGER NOT NULL,
    "entitled" INTEGER NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "result" "ballot_result",
    "outcome" JSONB,
    "public_key" TEXT,
    "wrapped_private_key" BYTEA,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roll_entry" (
    "ballot_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "office" "council_office" NOT NULL,
    "excluded" "exclusion",

    CONSTRAINT "roll_entry_pkey" PRIMARY KEY ("ballot_id","person_id")
);

-- CreateTable
CREATE TABLE "turnout" (
    "ballot_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "turnout_pkey" PRIMARY KEY ("ballot_id","person_id")
);

-- CreateTable
CREATE TABLE "open_vote" (
    "ballot_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "choice" "choice" NOT NULL,
    "opinion" TEXT,
    "cast_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "open_vote_pkey" PRIMARY KEY ("ballot_id","person_id")
);

-- CreateTable
CREATE TABLE "paper" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ballot_id" UUID NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "receipt_hash" TEXT NOT NULL,

    CONSTRAINT "paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counted_paper" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ballot_id" UUID NOT NULL,
    "choice" "choice" NOT NULL,

    CONSTRAINT "counted_paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_receipt" (
    "ballot_id" UUID NOT NULL,
    "receipt_hash" TEXT NOT NULL,

    CONSTRAINT "ballot_receipt_pkey" PRIMARY KEY ("ballot_id","receipt_hash")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT,
    "state" "campaign_state" NOT NULL DEFAULT 'draft',
    "name" TEXT NOT NULL,
    "kind" "campaign_kind" NOT NULL,
    "basis" TEXT NOT NULL,
    "objective" TEXT NOT NULL,
    "audience" "campaign_audience" NOT NULL,
    "content" TEXT NOT NULL,
    "criteria" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "rewards" TEXT,
    "unit_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "submission_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "published_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_channel" (
    "campaign_id" UUID NOT NULL,
    "channel_id" TEXT NOT NULL,

    CONSTRAINT "campaign_channel_pkey" PRIMARY KEY ("campaign_id","channel_id")
);

-- CreateTable
CREATE TABLE "campaign_pledge" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" UUID NOT NULL,
    "person_id" UUID,
    "unit_id" UUID,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "campaign_pledge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outgoing_message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "state" "message_state" NOT NULL DEFAULT 'waiting',
    "purpose" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID,
    "channel_id" TEXT,
    "dedupe_key" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3),
    "error" TEXT,
    "sent_channel" TEXT,
    "sent_ts" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "outgoing_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "actor_id" UUID,
    "on_behalf_of_id" UUID,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offset_ms" BIGINT NOT NULL,

    CONSTRAINT "practice_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_tick" (
    "key" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_tick_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE INDEX "unit_parent_id_idx" ON "unit"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_staff_number_key" ON "person"("staff_number");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "person_slack_user_id_key" ON "person"("slack_user_id");

-- CreateIndex
CREATE INDEX "posting_person_id_idx" ON "posting"("person_id");

-- CreateIndex
CREATE INDEX "posting_unit_id_idx" ON "posting"("unit_id");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE INDEX "role_grant_unit_id_role_idx" ON "role_grant"("unit_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "award_person_id_year_title_key" ON "award"("person_id", "year", "title");

-- CreateIndex
CREATE UNIQUE INDEX "award_unit_id_year_title_key" ON "award"("unit_id", "year", "title");

-- CreateIndex
CREATE UNIQUE INDEX "registration_window_unit_id_year_key" ON "registration_window"("unit_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "title_registration_person_id_year_key" ON "title_registration"("person_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "title_registration_unit_id_year_key" ON "title_registration"("unit_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "title_registration_item_registration_id_title_key" ON "title_registration_item"("registration_id", "title");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_number_key" ON "initiative"("number");

-- CreateIndex
CREATE INDEX "initiative_state_idx" ON "initiative"("state");

-- CreateIndex
CREATE INDEX "initiative_unit_id_idx" ON "initiative"("unit_id");

-- CreateIndex
CREATE INDEX "initiative_author_person_id_idx" ON "initiative_author"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_author_initiative_id_person_id_key" ON "initiative_author"("initiative_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_draft_person_id_key" ON "initiative_draft"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_decision_ballot_id_key" ON "initiative_decision"("ballot_id");

-- CreateIndex
CREATE INDEX "council_unit_id_idx" ON "council"("unit_id");

-- CreateIndex
CREATE INDEX "council_member_council_id_idx" ON "council_member"("council_id");

-- CreateIndex
CREATE INDEX "council_member_person_id_idx" ON "council_member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "sitting_submission_key_key" ON "sitting"("submission_key");

-- CreateIndex
CREATE INDEX "sitting_council_id_idx" ON "sitting"("council_id");

-- CreateIndex
CREATE INDEX "agenda_item_initiative_id_idx" ON "agenda_item"("initiative_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_sitting_id_ordinal_key" ON "agenda_item"("sitting_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_sitting_id_initiative_id_key" ON "agenda_item"("sitting_id", "initiative_id");

-- CreateIndex
CREATE INDEX "ballot_agenda_item_id_idx" ON "ballot"("agenda_item_id");

-- CreateIndex
CREATE INDEX "roll_entry_person_id_idx" ON "roll_entry"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "paper_ballot_id_receipt_hash_key" ON "paper"("ballot_id", "receipt_hash");

-- CreateIndex
CREATE INDEX "counted_paper_ballot_id_idx" ON "counted_paper"("ballot_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_code_key" ON "campaign"("code");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_submission_key_key" ON "campaign"("submission_key");

-- CreateIndex
CREATE INDEX "campaign_state_ends_on_idx" ON "campaign"("state", "ends_on");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_pledge_campaign_id_person_id_key" ON "campaign_pledge"("campaign_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_pledge_campaign_id_unit_id_key" ON "campaign_pledge"("campaign_id", "unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "outgoing_message_dedupe_key_key" ON "outgoing_message"("dedupe_key");

-- CreateIndex
CREATE INDEX "outgoing_message_subject_id_purpose_idx" ON "outgoing_message"("subject_id", "purpose");

-- CreateIndex
CREATE INDEX "outgoing_message_state_seq_idx" ON "outgoing_message"("state", "seq");

-- CreateIndex
CREATE INDEX "audit_event_subject_id_idx" ON "audit_event"("subject_id");

-- CreateIndex
CREATE INDEX "calendar_tick_taken_at_idx" ON "calendar_tick"("taken_at");

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_rating" ADD CONSTRAINT "year_rating_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_window" ADD CONSTRAINT "registration_window_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "title_registration" ADD CONSTRAINT "title_registration_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "title_registration" ADD CONSTRAINT "title_registration_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "title_registration" ADD CONSTRAINT "title_registration_filed_by_id_fkey" FOREIGN KEY ("filed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "title_registration" ADD CONSTRAINT "title_registration_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "title_registration_item" ADD CONSTRAINT "title_registration_item_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "title_registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "title_registration_item" ADD CONSTRAINT "title_registration_item_registration_id_rank_below_fkey" FOREIGN KEY ("registration_id", "rank_below") REFERENCES "title_registration_item"("registration_id", "rank") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_filed_by_id_fkey" FOREIGN KEY ("filed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_author" ADD CONSTRAINT "initiative_author_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_author" ADD CONSTRAINT "initiative_author_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_draft" ADD CONSTRAINT "initiative_draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_decision" ADD CONSTRAINT "initiative_decision_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_decision" ADD CONSTRAINT "initiative_decision_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_decision" ADD CONSTRAINT "initiative_decision_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council" ADD CONSTRAINT "council_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_member" ADD CONSTRAINT "council_member_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_member" ADD CONSTRAINT "council_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_convened_by_id_fkey" FOREIGN KEY ("convened_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "sitting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll_entry" ADD CONSTRAINT "roll_entry_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll_entry" ADD CONSTRAINT "roll_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turnout" ADD CONSTRAINT "turnout_ballot_id_person_id_fkey" FOREIGN KEY ("ballot_id", "person_id") REFERENCES "roll_entry"("ballot_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_vote" ADD CONSTRAINT "open_vote_ballot_id_person_id_fkey" FOREIGN KEY ("ballot_id", "person_id") REFERENCES "turnout"("ballot_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper" ADD CONSTRAINT "paper_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "counted_paper" ADD CONSTRAINT "counted_paper_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_receipt" ADD CONSTRAINT "ballot_receipt_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_channel" ADD CONSTRAINT "campaign_channel_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_pledge" ADD CONSTRAINT "campaign_pledge_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_pledge" ADD CONSTRAINT "campaign_pledge_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_pledge" ADD CONSTRAINT "campaign_pledge_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_pledge" ADD CONSTRAINT "campaign_pledge_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outgoing_message" ADD CONSTRAINT "outgoing_message_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_on_behalf_of_id_fkey" FOREIGN KEY ("on_behalf_of_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "job_worker" (
    "worker_id" TEXT NOT NULL,
    "process_lock" INTEGER NOT NULL,

    CONSTRAINT "job_worker_pkey" PRIMARY KEY ("worker_id")
);

-- ───────────── rules that the database holds ─────────────

-- people
alter table unit add constraint unit_dates check (valid_to >= valid_from);
alter table person add constraint person_email_lower check (email = lower(email));
alter table posting add constraint posting_dates check (to_date >= from_date);
create unique index posting_one_open on posting ((case when to_date is null then person_id end));
alter table role_grant add constraint role_grant_dates check (to_date >= from_date);
create unique index role_grant_one_open
  on role_grant ((case when to_date is null then person_id end), unit_id, role);
alter table year_rating add constraint year_rating_year check (year between 1990 and 2200);
alter table award add constraint award_one_subject check (num_nonnulls(person_id, unit_id) = 1);
alter table award add constraint award_year check (year between 1990 and 2200);

-- titles
alter table registration_window add constraint registration_window_dates check (closes_on >= opens_on);
alter table title_registration
  add constraint title_registration_one_subject check (num_nonnulls(person_id, unit_id) = 1),
  add constraint title_registration_year check (year between 2000 and 2200),
  add constraint title_registration_revision check (revision >= 1),
  add constraint title_registration_returned_with_reason
    check ((state = 'returned') = (return_reason is not null)),
  add constraint title_registration_settled
    check ((state = 'submitted') = (settled_by_id is null) and (settled_by_id is null) = (settled_at is null));
-- From low to high (CV 4793/BHXH-TĐKT): no title without the one below it.
alter table title_registration_item add constraint title_registration_item_ladder check (
  (rank = 1 and rank_below is null) or (rank > 1 and rank_below is not null and rank_below = rank - 1));

-- initiatives
alter table initiative
  add constraint initiative_number check (number ~ '^SK-[0-9]{4}-[0-9]{4,}$'),
  add constraint initiative_written check (
    btrim(title) <> '' and btrim(field) <> '' and btrim(prior_state) <> ''
    and btrim(essence) <> '' and btrim(benefits) <> '');
alter table initiative_author
  add constraint initiative_author_share check (share between 1 and 100),
  add constraint initiative_author_one check (num_nonnulls(person_id, outside_name) = 1);

create function initiative_shares_are_whole() returns trigger language plpgsql as $$
declare
  total integer;
  subject uuid := coalesce(new.initiative_id, old.initiative_id);
begin
  select coalesce(sum(share), 0) into total from initiative_author where initiative_id = subject;
  if total <> 100 then
    raise exception 'shares of initiative % add to %, not 100', subject, total
      using errcode = 'check_violation', constraint = 'initiative_shares_sum';
  end if;
  return null;
end
$$;
create constraint trigger initiative_shares_sum
  after insert or update or delete on initiative_author
  deferrable initially deferred
  for each row execute function initiative_shares_are_whole();

create function initiative_has_authors() returns trigger language plpgsql as $$
begin
  if not exists (select from initiative_author where initiative_id = new.id) then
    raise exception 'initiative % has no author', new.id
      using errcode = 'check_violation', constraint = 'initiative_has_authors';
  end if;
  return null;
end
$$;
create constraint trigger initiative_has_authors
  after insert on initiative deferrable initially deferred
  for each row execute function initiative_has_authors();

alter table initiative_decision
  add constraint initiative_decision_refused_with_reason check (kind <> 'refused' or btrim(reason) <> ''),
  add constraint initiative_decision_written check (btrim(number) <> '' and btrim(signatory) <> '');
alter table register add constraint register_positive check (last >= 1);

-- councils
alter table council add constraint council_dates check (to_date >= from_date);
alter table council_member add constraint council_member_dates check (to_date >= from_date);
create unique index council_member_one_open
  on council_member (council_id, (case when to_date is null then person_id end));
create unique index council_member_one_chair
  on council_member ((case when to_date is null and office = 'chair' then council_id end));
alter table agenda_item add constraint agenda_item_ordinal check (ordinal >= 1);
alter table ballot
  add constraint ballot_deadline check (closes_at > opened_at),
  add constraint ballot_roll check (roll_size >= 1 and entitled between 0 and roll_size),
  add constraint ballot_closed_with_outcome check (
    (state = 'closed') = (closed_at is not null)
    and (state = 'closed') = (result is not null)
    and (state = 'closed') = (outcome is not null)),
  add constraint ballot_keys check (
    (method = 'secret') = (public_key is not null)
    and (method = 'secret' and state = 'open') = (wrapped_private_key is not null));
-- One ballot at a time on an item, and one that decides.
create unique index ballot_one_open on ballot ((case when state = 'open' then agenda_item_id end));
create unique index ballot_one_decisive
  on ballot ((case when result in ('passed', 'not_passed') then agenda_item_id end));

create function turnout_is_entitled() returns trigger language plpgsql as $$
begin
  if exists (
    select from roll_entry
    where ballot_id = new.ballot_id and person_id = new.person_id and excluded is not null
  ) then
    raise exception 'member is excluded from ballot %', new.ballot_id
      using errcode = 'check_violation', constraint = 'turnout_entitled';
  end if;
  return new;
end
$$;
create trigger turnout_entitled before insert on turnout
  for each row execute function turnout_is_entitled();

create function ballot_method_fits() returns trigger language plpgsql as $$
begin
  if (select method::text from ballot where id = new.ballot_id) <> tg_argv[0] then
    raise exception 'ballot % is not %', new.ballot_id, tg_argv[0]
      using errcode = 'check_violation', constraint = 'ballot_method_fits';
  end if;
  return new;
end
$$;
create trigger open_vote_method before insert on open_vote
  for each row execute function ballot_method_fits('open');
create trigger paper_method before insert on paper
  for each row execute function ballot_method_fits('secret');

-- campaigns
alter table campaign
  add constraint campaign_dates check (ends_on >= starts_on),
  add constraint campaign_code check (code ~ '^PT-[0-9]{4}-[0-9]{3,}$'),
  add constraint campaign_published check (
    (state = 'draft') = (code is null) and (code is null) = (published_at is null)),
  add constraint campaign_closed check ((state = 'closed') = (closed_at is not null)),
  add constraint campaign_written check (
    btrim(name) <> '' and btrim(basis) <> '' and btrim(objective) <> ''
    and btrim(content) <> '' and btrim(criteria) <> '');
alter table campaign_pledge
  add constraint campaign_pledge_one_subject check (num_nonnulls(person_id, unit_id) = 1);

-- messages
alter table outgoing_message
  add constraint outgoing_message_one_recipient check (num_nonnulls(person_id, channel_id) = 1),
  add constraint outgoing_message_delivered check (state <> 'delivered' or sent_ts is not null),
  add constraint outgoing_message_dead_with_reason check (state <> 'dead' or error is not null);

-- audit: rows are added, never changed
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit rows are never changed or deleted' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_append_only before update or delete on audit_event
  for each row execute function audit_is_append_only();
create trigger audit_no_truncate before truncate on audit_event
  for each statement execute function audit_is_append_only();

alter table practice_clock add constraint practice_clock_one check (id = 1);
