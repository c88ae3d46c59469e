CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "comment_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"post" integer NOT NULL,
	"writer" integer NOT NULL,
	"text" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "comment_no_unique" UNIQUE("no")
);
--> statement-breakpoint
CREATE TABLE "photo" (
	"post" integer PRIMARY KEY NOT NULL,
	"version" uuid NOT NULL,
	"words" text,
	"width" smallint NOT NULL,
	"height" smallint NOT NULL,
	"small" "bytea" NOT NULL,
	"large" "bytea" NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "photo_small_bytes" CHECK (length("photo"."small") <= 400000),
	CONSTRAINT "photo_large_bytes" CHECK (length("photo"."large") <= 400000)
);
--> statement-breakpoint
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
ALTER TABLE "recommendation" ADD COLUMN "trade" text;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "role" text;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "field" text;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "partners_sought" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "occasion" text;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "hours" text;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "ends" date;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "place_id" integer;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "search_words" "tsvector" GENERATED ALWAYS AS (kith_words(title, creator, place, trade, region, role, field, why, for_whom, not_for_whom, when_said, contact, occasion)) STORED;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_writer_person_no_fk" FOREIGN KEY ("writer") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo" ADD CONSTRAINT "photo_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_post" ON "comment" USING btree ("post","no");--> statement-breakpoint
CREATE INDEX "comment_writer" ON "comment" USING btree ("writer","made_at");--> statement-breakpoint
CREATE INDEX "place_folded" ON "place" USING btree ("folded" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "place_german_folded" ON "place" USING btree ("german_folded" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "place_latitude" ON "place" USING btree ("latitude");--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recommendation_place" ON "recommendation" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "recommendation_place_words" ON "recommendation" USING btree (kith_folded(place)) WHERE place_id is null;--> statement-breakpoint
CREATE INDEX "recommendation_search" ON "recommendation" USING gin ("search_words");--> statement-breakpoint
CREATE INDEX "recommendation_similar" ON "recommendation" USING gin (kith_text(title, creator, place, trade, region, role, field, why, for_whom, not_for_whom) gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_place_id" CHECK ("recommendation"."place_id" is null or "recommendation"."place" is not null);--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_partners" CHECK (not "recommendation"."partners_sought" or ("recommendation"."interest" is not null and "recommendation"."interest" = 'paid'));--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_hours" CHECK ("recommendation"."hours" in ('full', 'part'));