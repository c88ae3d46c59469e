CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- A text without case and accents: “Gärtnerei Šmíd” and “gartnerei smid” are one. The bodies are bound to what they call
-- when they are made, so that they hold wherever a search path points.
CREATE FUNCTION kith_folded(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN replace(replace(replace(
  translate(regexp_replace(lower(normalize(words, NFKD)), '[\u0300-\u036f]', '', 'g'), 'øłđðı', 'olddi'),
  'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');
--> statement-breakpoint
-- Words apart: full text would keep “dach/fassade” and “huber-dach.at” as one.
CREATE FUNCTION kith_apart(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN translate(kith_folded(words), '/.-_@:–—…„“”"''’`&+#*|\<>', '                        ');
--> statement-breakpoint
CREATE FUNCTION kith_vector(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector('pg_catalog.simple'::regconfig, coalesce(kith_apart(words), ''))
  || to_tsvector('pg_catalog.german'::regconfig, coalesce(kith_apart(words), ''))
  || to_tsvector('pg_catalog.english'::regconfig, coalesce(kith_apart(words), ''));
--> statement-breakpoint
-- What a recommendation is found by: its title above all, then what, who and where it is, then why, then the rest.
CREATE FUNCTION kith_words(
  title text, creator text, place text, trade text, region text, role text, field text, why text,
  for_whom text, not_for_whom text, moment text, contact text, occasion text
)
RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(kith_vector(title), 'A')
  || setweight(kith_vector(coalesce(creator, '') || ' ' || coalesce(place, '') || ' ' || coalesce(trade, '') || ' ' ||
    coalesce(region, '') || ' ' || coalesce(role, '') || ' ' || coalesce(field, '')), 'B')
  || setweight(kith_vector(why), 'C')
  || setweight(kith_vector(coalesce(for_whom, '') || ' ' || coalesce(not_for_whom, '') || ' ' || coalesce(moment, '') || ' ' ||
    coalesce(contact, '') || ' ' || coalesce(occasion, '')), 'D');
--> statement-breakpoint
-- The same words for comparing letters, without what is too short to be misspelt.
CREATE FUNCTION kith_text(
  title text, creator text, place text, trade text, region text, role text, field text, why text,
  for_whom text, not_for_whom text
)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN kith_folded(title || ' ' || coalesce(creator, '') || ' ' || coalesce(place, '') || ' ' ||
  coalesce(trade, '') || ' ' || coalesce(region, '') || ' ' || coalesce(role, '') || ' ' || coalesce(field, '') || ' ' ||
  coalesce(why, '') || ' '
  || coalesce(for_whom, '') || ' ' || coalesce(not_for_whom, ''));
--> statement-breakpoint
-- The unfinished word last typed is looked up by its beginning; an empty one means that nothing is unfinished.
CREATE FUNCTION kith_query(words text, finished text, unfinished text) RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE
RETURN websearch_to_tsquery('pg_catalog.simple'::regconfig, kith_folded(words))
  || websearch_to_tsquery('pg_catalog.german'::regconfig, kith_folded(words))
  || websearch_to_tsquery('pg_catalog.english'::regconfig, kith_folded(words))
  || (case when unfinished = '' then ''::tsquery else
    (websearch_to_tsquery('pg_catalog.simple'::regconfig, kith_folded(finished))
      || websearch_to_tsquery('pg_catalog.german'::regconfig, kith_folded(finished))
      || websearch_to_tsquery('pg_catalog.english'::regconfig, kith_folded(finished)))
    && to_tsquery('pg_catalog.simple'::regconfig, '''' || replace(kith_folded(unfinished), '''', '') || ''':*') end);
