-- What a new initiative is compared with. The text is folded and marked by the database itself, by functions
-- that mean the same under every collation and version, so that no statement that writes can forget it.

-- Their bodies name what they use once and for all, whatever the search path is when they run.

-- Lower case without accents, words of a to z and 0 to 9 with one space between: src/initiatives/words.ts does the same.
create function folded_words(written text) returns text
language sql immutable strict parallel safe
return btrim(regexp_replace(
  translate(regexp_replace(normalize(written, NFKD) collate "C", '[\u0300-\u036f]+', '', 'g'),
    'ABCDEFGHIJKLMNOPQRSTUVWXYZĐđÐð', 'abcdefghijklmnopqrstuvwxyzdddd'),
  '[^a-z0-9]+', ' ', 'g'));

-- The words to compare by: what the sector writes in full or in short is the same.
create function compared_words(written text) returns text
language sql immutable strict parallel safe
return replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
  folded_words(written),
  'bao hiem xa hoi', 'bhxh'),
  'bao hiem y te', 'bhyt'),
  'bao hiem that nghiep', 'bhtn'),
  'kham benh chua benh', 'kcb'),
  'kham chua benh', 'kcb'),
  'cong nghe thong tin', 'cntt'),
  'thu tuc hanh chinh', 'tthc'),
  'co so du lieu', 'csdl'),
  'uy ban nhan dan', 'ubnd'),
  'hoc sinh sinh vien', 'hssv');

-- The trigrams of the words of a title, each as one of 509 bits: what two titles share is counted by bit_count.
create function title_marks(words text) returns bit(509)
language sql immutable strict parallel safe
begin atomic
  select coalesce(bit_or(set_bit(repeat('0', 509)::bit(509),
      (ascii(substr(padded, place, 1)) * 961 + ascii(substr(padded, place + 1, 1)) * 31
        + ascii(substr(padded, place + 2, 1))) % 509, 1)), repeat('0', 509)::bit(509))
  from (
    select distinct '  ' || word || ' ' as padded
    from string_to_table(words, ' ') as word where word <> ''
  ) as one
  cross join lateral generate_series(1, length(padded) - 2) as place;
end;

-- Of each twelve runs of four words one, always the same one in the same text: two texts that share a
-- passage of fifteen words share a mark (winnowing).
create function passage_marks(words text) returns setof int
language sql immutable strict parallel safe
begin atomic
  with word as (
    select word, place from string_to_table(words, ' ') with ordinality as one(word, place) where word <> ''
  ), run as (
    select place, ('x' || left(md5(concat_ws(' ', word, lead(word, 1) over text, lead(word, 2) over text,
      lead(word, 3) over text)), 8))::bit(32)::int as mark
    from word window text as (order by place)
  )
  select distinct min(mark) over (order by place rows between current row and 11 following) from run;
end;

create table compared_work (
  id serial primary key,
  initiative_id uuid unique references initiative on delete restrict on update cascade,
  work_id uuid unique references recognised_work on delete restrict on update cascade,
  title_words text not null,
  title_marks bit(509) not null,
  title_mark_count int not null,
  constraint compared_work_of_one check (num_nonnulls(initiative_id, work_id) = 1)
);
-- Words typed into a search, without accents.
create index compared_work_words on compared_work using gin (to_tsvector('simple', title_words));
create index initiative_essence_words on initiative using gin (to_tsvector('simple', compared_words(essence)));

create table compared_passage (
  mark int not null,
  compared_id int not null references compared_work on delete restrict on update cascade,
  primary key (mark, compared_id)
);

create function keep_compared_initiative() returns trigger language plpgsql as $$
declare
  words text := compared_words(new.title);
  kept int;
begin
  insert into compared_work (initiative_id, title_words, title_marks, title_mark_count)
  values (new.id, words, title_marks(words), bit_count(title_marks(words)))
  on conflict (initiative_id) do update
  set title_words = excluded.title_words, title_marks = excluded.title_marks,
    title_mark_count = excluded.title_mark_count
  returning id into kept;
  if tg_op = 'UPDATE' then
    delete from compared_passage
    where compared_id = kept and mark in (select passage_marks(compared_words(old.essence)));
  end if;
  insert into compared_passage (mark, compared_id)
  select mark, kept from passage_marks(compared_words(new.essence)) as mark;
  return null;
end $$;
create trigger initiative_compared after insert or update of title, essence on initiative
for each row execute function keep_compared_initiative();

-- A recognition of an initiative of the app is found by the initiative; others by their title only.
create function keep_compared_work() returns trigger language plpgsql as $$
declare
  words text := compared_words(new.title);
begin
  insert into compared_work (work_id, title_words, title_marks, title_mark_count)
  values (new.id, words, title_marks(words), bit_count(title_marks(words)))
  on conflict (work_id) do update
  set title_words = excluded.title_words, title_marks = excluded.title_marks,
    title_mark_count = excluded.title_mark_count;
  return null;
end $$;
create trigger recognised_work_compared after insert or update of title on recognised_work
for each row when (new.initiative_id is null) execute function keep_compared_work();

-- What was handed in and recognised before.
update initiative set title = title;
update recognised_work set title = title where initiative_id is null;

-- What an author was shown before handing in. The initiative has the id of the draft, which may never be handed in.
create table similar_shown (
  initiative_id uuid not null,
  compared_id int not null references compared_work on delete restrict on update cascade,
  shown_to_id uuid not null references person on delete restrict on update cascade,
  title_percent int not null check (title_percent between 0 and 100),
  essence_percent int check (essence_percent between 0 and 100),
  shown_at timestamptz(3) not null default app_now(),
  primary key (initiative_id, compared_id)
);
-- To throw away what was shown of drafts that were given up.
create index on similar_shown (shown_to_id);
