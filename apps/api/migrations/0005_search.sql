CREATE TABLE "place" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"german_name" text,
	"folded" text GENERATED ALWAYS AS (kith_folded(name)) STORED NOT NULL,
	"german_folded" text GENERATED ALWAYS AS (kith_folded(german_name)) STORED,
	"country" char(2) NOT NULL,
	"region" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"population" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "place_id" integer;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "search_words" "tsvector" GENERATED ALWAYS AS (kith_words(title, creator, place, why, for_whom, not_for_whom, when_said, contact)) STORED;--> statement-breakpoint
CREATE INDEX "place_folded" ON "place" USING btree ("folded" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "place_german_folded" ON "place" USING btree ("german_folded" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "place_latitude" ON "place" USING btree ("latitude");--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recommendation_place" ON "recommendation" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "recommendation_place_words" ON "recommendation" USING btree (kith_folded(place)) WHERE place_id is null;--> statement-breakpoint
CREATE INDEX "recommendation_search" ON "recommendation" USING gin ("search_words");--> statement-breakpoint
CREATE INDEX "recommendation_similar" ON "recommendation" USING gin (kith_text(title, creator, place, why, for_whom, not_for_whom) gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_place_id" CHECK ("recommendation"."place_id" is null or "recommendation"."place" is not null);