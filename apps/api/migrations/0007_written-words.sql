CREATE TABLE "written_word" (
	"word" text PRIMARY KEY NOT NULL,
	"doubtful" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
DROP INDEX "recommendation_similar";--> statement-breakpoint
CREATE INDEX "written_word_similar" ON "written_word" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "post_of_club" ON "post" USING btree ("club") WHERE club is not null;
--> statement-breakpoint
-- The words of a recommendation that one may misspell, in order, so that two who write the same ones wait for each other
-- and do not deadlock.
CREATE FUNCTION kith_spelt(words tsvector) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT word FROM unnest(tsvector_to_array(words)) word
  WHERE word ~ '^[[:alpha:]]{4,40}$' ORDER BY word;
END;
--> statement-breakpoint
CREATE FUNCTION kith_keep_words() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM FROM written_word WHERE word IN (SELECT kith_spelt(OLD.search_words)) ORDER BY word FOR UPDATE;
    UPDATE written_word SET doubtful = true WHERE word IN (SELECT kith_spelt(OLD.search_words));
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO written_word (word) SELECT kith_spelt(NEW.search_words) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER recommendation_written AFTER INSERT OR DELETE ON recommendation
FOR EACH ROW EXECUTE FUNCTION kith_keep_words();
--> statement-breakpoint
CREATE TRIGGER recommendation_rewritten AFTER UPDATE ON recommendation
FOR EACH ROW WHEN (OLD.search_words IS DISTINCT FROM NEW.search_words) EXECUTE FUNCTION kith_keep_words();
--> statement-breakpoint
INSERT INTO written_word (word)
SELECT DISTINCT kith_spelt(search_words) FROM recommendation ON CONFLICT DO NOTHING;
--> statement-breakpoint
DROP FUNCTION kith_text(text, text, text, text, text, text, text, text, text, text);
