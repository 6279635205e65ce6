-- The law book: articles, calendar, time limits, thresholds of crimes, scales of fines. Rows come from Schema/Reference/*.csv.

create table law_article (
  key          text not null,
  instrument   text not null,
  subject_zh   text not null,
  verification text not null,
  source       text not null,
  constraint law_article_pkey primary key (key),
  constraint law_article_verification check (verification in ('verified', 'to-confirm')),
  constraint law_article_instrument foreign key (instrument) references instrument
);
create index law_article_instrument_idx on law_article (instrument);
comment on table law_article is 'An article that the law book cites. Citations everywhere are keys of this table.';
comment on column law_article.key is 'Citation key: instrument, @, article, such as order-310@5.2.';
comment on column law_article.instrument is 'The instrument.';
comment on column law_article.subject_zh is 'What the article is about.';
comment on column law_article.verification is 'verified: the text was read. to-confirm: shown with that mark.';
comment on column law_article.source is 'Where it was read.';

create table calendar_year (
  year         int not null,
  notice_zh    text not null,
  url          text,
  verification text not null,
  source       text not null,
  by_hand      boolean not null default false,
  constraint calendar_year_pkey primary key (year),
  constraint calendar_year_verification check (verification in ('verified', 'to-confirm'))
);
comment on table calendar_year is 'A year whose holiday notice is loaded. The last one is the horizon: a clock that ends past it is provisional.';
comment on column calendar_year.year is 'Calendar year.';
comment on column calendar_year.notice_zh is 'Title of the State Council notice.';
comment on column calendar_year.url is 'Identifier of the notice on the government site.';
comment on column calendar_year.verification is 'verified or to-confirm.';
comment on column calendar_year.by_hand is 'Loaded by an administrator: the days that come with the program do not replace it.';
comment on column calendar_year.source is 'Where the days were read.';

create table calendar_day (
  day     date not null,
  kind    text not null,
  name_zh text not null,
  year    int not null,
  constraint calendar_day_pkey primary key (day),
  constraint calendar_day_kind check (kind in ('holiday', 'workday'))
);
comment on table calendar_day is 'A day that is no ordinary weekday or weekend: a day off, or a weekend on which people work (调休). Days of a year without a notice are the holidays that the law itself lays down.';
comment on column calendar_day.day is 'The day.';
comment on column calendar_day.kind is 'holiday or workday.';
comment on column calendar_day.name_zh is 'The holiday, also of the one a workday makes up for.';
comment on column calendar_day.year is 'Year of the day.';

create table time_limit (
  key          text not null,
  rule         text not null,
  valid_from   date not null,
  valid_to     date,
  kind         text not null,
  name_zh      text not null,
  name_en      text not null,
  trigger_zh   text,
  trigger_en   text,
  length       int,
  unit         text,
  direction    text,
  roll         text,
  excludes     text,
  same_as      text,
  outer_unit   text,
  liable_zh    text,
  liable_en    text,
  citation     text,
  verification text not null,
  source       text not null,
  constraint time_limit_pkey primary key (key),
  constraint time_limit_validity check (valid_to is null or valid_from <= valid_to),
  constraint time_limit_verification check (verification in ('verified', 'to-confirm')),
  constraint time_limit_version unique (rule, valid_from),
  constraint time_limit_kind check (kind in ('limit', 'validity', 'set', 'note', 'rate')),
  constraint time_limit_length check ((length is null) = (unit is null) and length > 0)
);
comment on table time_limit is 'A statutory time limit (期限) in one version.';
comment on column time_limit.key is 'Rule, @, first day of the version.';
comment on column time_limit.rule is 'The rule, such as P16.';
comment on column time_limit.valid_from is 'First day of the trigger that this version governs.';
comment on column time_limit.valid_to is 'Last such day, inclusive; null while in force.';
comment on column time_limit.kind is 'limit, validity, set (fixed in the single case), note (no length) or rate.';
comment on column time_limit.name_zh is 'What must be done by then.';
comment on column time_limit.name_en is 'The same in English.';
comment on column time_limit.trigger_zh is 'What starts it; null where the rule has no length of its own.';
comment on column time_limit.trigger_en is 'The same in English.';
comment on column time_limit.length is 'How long; null where the rule has no length of its own.';
comment on column time_limit.unit is 'hour, working-day, day, month or year.';
comment on column time_limit.direction is 'forward from the trigger or backward from an event.';
comment on column time_limit.roll is 'What a last day off does: none, holiday (statutory holidays give way) or rest-day (weekends too).';
comment on column time_limit.excludes is 'Kinds of time that do not count, parted by spaces.';
comment on column time_limit.same_as is 'Another rule whose limit applies.';
comment on column time_limit.outer_unit is 'The later reading where the text can be read in two ways.';
comment on column time_limit.liable_zh is 'Against whom it runs; null where the rule has no length of its own.';
comment on column time_limit.liable_en is 'The same in English.';
comment on column time_limit.citation is 'Keys of articles, parted by spaces.';
comment on column time_limit.verification is 'verified or to-confirm.';
comment on column time_limit.source is 'Where it was read.';

create table time_limit_extension (
  key          text not null,
  time_limit   text not null,
  kind         text not null,
  mode         text not null,
  length       int,
  unit         text,
  after        text,
  name_zh      text not null,
  name_en      text not null,
  approver_zh  text,
  approver_en  text,
  citation     text,
  verification text not null,
  source       text not null,
  constraint time_limit_extension_pkey primary key (key),
  constraint time_limit_extension_verification check (verification in ('verified', 'to-confirm')),
  constraint time_limit_extension_limit foreign key (time_limit) references time_limit,
  constraint time_limit_extension_mode check (mode in ('add', 'to'))
);
create index time_limit_extension_time_limit_idx on time_limit_extension (time_limit);
comment on table time_limit_extension is 'What can make a time limit longer (延长), and who grants it.';
comment on column time_limit_extension.key is 'Key of the limit, #, kind.';
comment on column time_limit_extension.time_limit is 'The limit.';
comment on column time_limit_extension.kind is 'Name within the limit.';
comment on column time_limit_extension.mode is 'add: longer by length. to: length in all.';
comment on column time_limit_extension.length is 'How long; null where whoever grants it fixes that.';
comment on column time_limit_extension.unit is 'In what; null for the unit of the limit.';
comment on column time_limit_extension.after is 'The extension that must have been granted before.';
comment on column time_limit_extension.name_zh is 'When it may be granted.';
comment on column time_limit_extension.name_en is 'The same in English.';
comment on column time_limit_extension.approver_zh is 'Who grants it; null where the text does not say.';
comment on column time_limit_extension.approver_en is 'The same in English.';
comment on column time_limit_extension.citation is 'Keys of articles, parted by spaces.';
comment on column time_limit_extension.verification is 'verified or to-confirm.';
comment on column time_limit_extension.source is 'Where it was read.';

create table criminal_threshold (
  key              text not null,
  offence          text not null,
  version          text not null,
  valid_from       date not null,
  valid_to         date,
  reaches_back_to  date,
  subject          text not null,
  metric           text not null,
  needs            text,
  at_least         bigint,
  tier2            bigint,
  below_metric     text,
  below            bigint,
  item             int,
  repeat_group     text,
  unit_multiple    int,
  unit_multiple_to date,
  basis            text not null,
  citation         text,
  verification     text not null,
  source           text not null,
  constraint criminal_threshold_pkey primary key (key),
  constraint criminal_threshold_validity check (valid_to is null or valid_from <= valid_to),
  constraint criminal_threshold_verification check (verification in ('verified', 'to-confirm')),
  constraint criminal_threshold_offence foreign key (offence) references offence
);
create index criminal_threshold_offence_idx on criminal_threshold (offence);
comment on table criminal_threshold is 'One alternative of the threshold of a crime (入罪标准) in one version.';
comment on column criminal_threshold.key is 'Offence, version and name.';
comment on column criminal_threshold.offence is 'Article of the criminal law.';
comment on column criminal_threshold.version is 'Year of the interpretation.';
comment on column criminal_threshold.valid_from is 'First day of the conduct.';
comment on column criminal_threshold.valid_to is 'Last day, inclusive; null while in force.';
comment on column criminal_threshold.reaches_back_to is 'From when on earlier conduct is measured by it too, because no figure existed.';
comment on column criminal_threshold.subject is 'goods, services or any.';
comment on column criminal_threshold.metric is 'What is measured.';
comment on column criminal_threshold.needs is 'What else must be so, parted by spaces.';
comment on column criminal_threshold.at_least is 'Figure of the first tier, inclusive, in yuan or a number; null if none.';
comment on column criminal_threshold.tier2 is 'Figure of the second tier, inclusive; null if none.';
comment on column criminal_threshold.below_metric is 'What must stay below the next column.';
comment on column criminal_threshold.below is 'That figure, exclusive.';
comment on column criminal_threshold.item is 'Item of the half-half rule.';
comment on column criminal_threshold.repeat_group is 'Offences whose sanctions make the conduct repeated.';
comment on column criminal_threshold.unit_multiple is 'How many times the figures a unit must reach.';
comment on column criminal_threshold.unit_multiple_to is 'Until when, inclusive.';
comment on column criminal_threshold.basis is 'text, or computed from figures of the text.';
comment on column criminal_threshold.citation is 'Keys of articles, parted by spaces.';
comment on column criminal_threshold.verification is 'verified or to-confirm.';
comment on column criminal_threshold.source is 'Where it was read.';

create table penalty_scale (
  key               text not null,
  scale             text not null,
  valid_from        date not null,
  valid_to          date,
  name_zh           text not null,
  name_en           text not null,
  base              text not null,
  limit_yuan        bigint,
  limit_side        text,
  above_min_percent int,
  above_max_percent int,
  below_min_yuan    bigint,
  below_max_yuan    bigint,
  fixed_min_yuan    bigint,
  fixed_max_yuan    bigint,
  serious_min_yuan  bigint,
  serious_max_yuan  bigint,
  duty              text,
  confiscates_zh    text,
  note_zh           text,
  note_en           text,
  citation          text,
  verification      text not null,
  source            text not null,
  constraint penalty_scale_pkey primary key (key),
  constraint penalty_scale_validity check (valid_to is null or valid_from <= valid_to),
  constraint penalty_scale_verification check (verification in ('verified', 'to-confirm')),
  constraint penalty_scale_version unique (scale, valid_from)
);
comment on table penalty_scale is 'A scale of fines (罚款幅度) in one version. Amounts in yuan, multiples in hundredths.';
comment on column penalty_scale.key is 'Scale, @, first day of the version.';
comment on column penalty_scale.scale is 'The scale.';
comment on column penalty_scale.valid_from is 'First day of the conduct.';
comment on column penalty_scale.valid_to is 'Last day, inclusive; null while in force.';
comment on column penalty_scale.name_zh is 'The act it punishes.';
comment on column penalty_scale.name_en is 'The same in English.';
comment on column penalty_scale.base is 'What the multiple is applied to: turnover, gains, goods-value or none.';
comment on column penalty_scale.limit_yuan is 'From where on the multiple applies.';
comment on column penalty_scale.limit_side is 'Which branch holds that figure: above, below or both.';
comment on column penalty_scale.above_min_percent is 'Least multiple.';
comment on column penalty_scale.above_max_percent is 'Greatest multiple.';
comment on column penalty_scale.below_min_yuan is 'Least fine below.';
comment on column penalty_scale.below_max_yuan is 'Greatest fine below.';
comment on column penalty_scale.fixed_min_yuan is 'Least fine without a base.';
comment on column penalty_scale.fixed_max_yuan is 'Greatest fine without a base.';
comment on column penalty_scale.serious_min_yuan is 'Least fine in serious circumstances.';
comment on column penalty_scale.serious_max_yuan is 'Greatest fine in serious circumstances.';
comment on column penalty_scale.duty is 'may 可以 or shall 应当; null where there is no fine or the text was silent.';
comment on column penalty_scale.confiscates_zh is 'What the article confiscates.';
comment on column penalty_scale.note_zh is 'What else a decision must heed.';
comment on column penalty_scale.note_en is 'The same in English.';
comment on column penalty_scale.citation is 'Keys of articles, parted by spaces.';
comment on column penalty_scale.verification is 'verified or to-confirm.';
comment on column penalty_scale.source is 'Where it was read.';

create table hearing_threshold (
  key          text not null,
  valid_from   date not null,
  valid_to     date,
  party_kind   text not null,
  measure      text not null,
  amount_yuan  bigint,
  name_zh      text not null,
  name_en      text not null,
  citation     text,
  verification text not null,
  source       text not null,
  constraint hearing_threshold_pkey primary key (key),
  constraint hearing_threshold_validity check (valid_to is null or valid_from <= valid_to),
  constraint hearing_threshold_verification check (verification in ('verified', 'to-confirm'))
);
comment on table hearing_threshold is 'From when on a hearing must be offered (听证). A province may set other amounts.';
comment on column hearing_threshold.key is 'Name, @, first day of the version.';
comment on column hearing_threshold.valid_from is 'First day.';
comment on column hearing_threshold.valid_to is 'Last day, inclusive; null while in force.';
comment on column hearing_threshold.party_kind is 'natural-person, organisation or any.';
comment on column hearing_threshold.measure is 'fine, confiscation or other.';
comment on column hearing_threshold.amount_yuan is 'The figure, inclusive; null where the kind of penalty decides.';
comment on column hearing_threshold.name_zh is 'In words.';
comment on column hearing_threshold.name_en is 'The same in English.';
comment on column hearing_threshold.citation is 'Keys of articles, parted by spaces.';
comment on column hearing_threshold.verification is 'verified or to-confirm.';
comment on column hearing_threshold.source is 'Where it was read.';

create table summary_procedure (
  key          text not null,
  valid_from   date not null,
  valid_to     date,
  party_kind   text not null,
  measure      text not null,
  amount_yuan  bigint,
  name_zh      text not null,
  name_en      text not null,
  citation     text,
  verification text not null,
  source       text not null,
  constraint summary_procedure_pkey primary key (key),
  constraint summary_procedure_validity check (valid_to is null or valid_from <= valid_to),
  constraint summary_procedure_verification check (verification in ('verified', 'to-confirm'))
);
comment on table summary_procedure is 'Up to where a penalty may be decided, or a fine collected, on the spot (简易程序).';
comment on column summary_procedure.key is 'Name, @, first day of the version.';
comment on column summary_procedure.valid_from is 'First day.';
comment on column summary_procedure.valid_to is 'Last day, inclusive; null while in force.';
comment on column summary_procedure.party_kind is 'natural-person, organisation or any.';
comment on column summary_procedure.measure is 'What is measured.';
comment on column summary_procedure.amount_yuan is 'The figure, inclusive; null where the kind of penalty decides.';
comment on column summary_procedure.name_zh is 'In words.';
comment on column summary_procedure.name_en is 'The same in English.';
comment on column summary_procedure.citation is 'Keys of articles, parted by spaces.';
comment on column summary_procedure.verification is 'verified or to-confirm.';
comment on column summary_procedure.source is 'Where it was read.';

create table listing_ground (
  key          text not null,
  valid_from   date not null,
  valid_to     date,
  name_zh      text not null,
  name_en      text not null,
  citation     text,
  verification text not null,
  source       text not null,
  constraint listing_ground_pkey primary key (key),
  constraint listing_ground_validity check (valid_to is null or valid_from <= valid_to),
  constraint listing_ground_verification check (verification in ('verified', 'to-confirm'))
);
comment on table listing_ground is 'A ground for the list of serious violations (严重违法失信名单).';
comment on column listing_ground.key is 'Name, @, first day of the version.';
comment on column listing_ground.valid_from is 'First day.';
comment on column listing_ground.valid_to is 'Last day, inclusive; null while in force.';
comment on column listing_ground.name_zh is 'In words.';
comment on column listing_ground.name_en is 'The same in English.';
comment on column listing_ground.citation is 'Keys of articles, parted by spaces.';
comment on column listing_ground.verification is 'verified or to-confirm.';
comment on column listing_ground.source is 'Where it was read.';

create table price_step (
  key          text not null,
  version      text not null,
  valid_from   date not null,
  valid_to     date,
  purpose      text not null,
  sold         text not null,
  position     int not null,
  method       text not null,
  name_zh      text not null,
  name_en      text not null,
  strict       boolean not null,
  citation     text,
  verification text not null,
  source       text not null,
  constraint price_step_pkey primary key (key),
  constraint price_step_validity check (valid_to is null or valid_from <= valid_to),
  constraint price_step_verification check (verification in ('verified', 'to-confirm'))
);
comment on table price_step is 'A step in the order of prices by which goods are valued.';
comment on column price_step.key is 'Purpose, version and name.';
comment on column price_step.version is 'Year of the text.';
comment on column price_step.valid_from is 'First day of the conduct.';
comment on column price_step.valid_to is 'Last day, inclusive; null while in force.';
comment on column price_step.purpose is 'criminal or trademark-penalty.';
comment on column price_step.sold is 'sold or unsold goods.';
comment on column price_step.position is 'Place in the order; steps without an order between them share one.';
comment on column price_step.method is 'actual-price, average-price, marked-price or market-mid-price.';
comment on column price_step.name_zh is 'In words.';
comment on column price_step.name_en is 'The same in English.';
comment on column price_step.strict is 'Whether it applies only where the step before fails.';
comment on column price_step.citation is 'Keys of articles, parted by spaces.';
comment on column price_step.verification is 'verified or to-confirm.';
comment on column price_step.source is 'Where it was read.';

create table look_back (
  key          text not null,
  valid_from   date not null,
  valid_to     date,
  name_zh      text not null,
  name_en      text not null,
  years        int not null,
  basis        text not null,
  offences     text,
  citation     text,
  verification text not null,
  source       text not null,
  constraint look_back_pkey primary key (key),
  constraint look_back_validity check (valid_to is null or valid_from <= valid_to),
  constraint look_back_verification check (verification in ('verified', 'to-confirm'))
);
comment on table look_back is 'How far back repeated conduct is looked for.';
comment on column look_back.key is 'Name.';
comment on column look_back.valid_from is 'First day.';
comment on column look_back.valid_to is 'Last day, inclusive; null while in force.';
comment on column look_back.name_zh is 'In words.';
comment on column look_back.name_en is 'The same in English.';
comment on column look_back.years is 'How many years.';
comment on column look_back.basis is 'sanction or act: from what they run.';
comment on column look_back.offences is 'Offences whose sanctions count, parted by spaces; null where acts of the same kind count.';
comment on column look_back.citation is 'Keys of articles, parted by spaces.';
comment on column look_back.verification is 'verified or to-confirm.';
comment on column look_back.source is 'Where it was read.';

create table law_change (
  id          bigint generated always as identity,
  table_name  text not null,
  row_key     text not null,
  column_name text not null,
  previous    text,
  value       text not null,
  reason      text not null,
  changed_by  text not null,
  changed_at  timestamptz not null,
  constraint law_change_pkey primary key (id),
  constraint law_change_reason check (length(reason) between 1 and 4000),
  constraint law_change_by check (length(changed_by) between 1 and 200)
);
comment on table law_change is 'What an administrator confirmed or changed of the law book. The latest change of a cell has effect; the reference files are not touched.';
comment on column law_change.id is 'Key; order of the changes.';
comment on column law_change.table_name is 'The table.';
comment on column law_change.row_key is 'Key of the row.';
comment on column law_change.column_name is 'The column.';
comment on column law_change.previous is 'The text before; null where the cell was empty.';
comment on column law_change.value is 'The text from then on; empty for an empty cell.';
comment on column law_change.reason is 'Why.';
comment on column law_change.changed_by is 'Who, by name.';
comment on column law_change.changed_at is 'When.';

create table law_edition (
  digest     text not null,
  settled_at timestamptz not null,
  constraint law_edition_pkey primary key (digest)
);
comment on table law_edition is 'The law book by which the stored due days were last computed: one row.';
comment on column law_edition.digest is 'SHA-256 of its tables and changes, in hexadecimal.';
comment on column law_edition.settled_at is 'When they were computed.';

grant select on law_article, calendar_year, calendar_day, time_limit, time_limit_extension, criminal_threshold, penalty_scale,
  hearing_threshold, summary_procedure, listing_ground, price_step, look_back, law_change to ipcase_service;
