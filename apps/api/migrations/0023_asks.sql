CREATE TABLE "answer" (
	"ask" integer NOT NULL,
	"post" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answer_ask_post_pk" PRIMARY KEY("ask","post")
);
--> statement-breakpoint
CREATE TABLE "ask" (
	"post" integer PRIMARY KEY NOT NULL,
	"author" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"words" text,
	"place" text,
	"place_id" integer,
	"trade" text,
	"region" text,
	"urgent" boolean DEFAULT false NOT NULL,
	"role" text,
	"field" text,
	"hours" text,
	"until" date NOT NULL,
	"language" text NOT NULL,
	"result" text,
	"closed_at" timestamp with time zone,
	"solved_by" integer,
	CONSTRAINT "ask_post_author" UNIQUE("post","author"),
	CONSTRAINT "ask_kind" CHECK ("ask"."kind" in ('film', 'book', 'restaurant', 'shop', 'craftsman', 'health', 'job', 'business', 'place', 'other')),
	CONSTRAINT "ask_place_id" CHECK ("ask"."place_id" is null or "ask"."place" is not null),
	CONSTRAINT "ask_hours" CHECK ("ask"."hours" in ('full', 'part')),
	CONSTRAINT "ask_language" CHECK ("ask"."language" in ('en', 'de')),
	CONSTRAINT "ask_result" CHECK ("ask"."result" in ('solved', 'unsolved')),
	CONSTRAINT "ask_closed" CHECK (("ask"."result" is null) = ("ask"."closed_at" is null)),
	CONSTRAINT "ask_solved" CHECK ("ask"."solved_by" is null or "ask"."result" = 'solved')
);
--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_reason";--> statement-breakpoint
ALTER TABLE "addressing" DROP CONSTRAINT "addressing_as";--> statement-breakpoint
ALTER TABLE "addressing" DROP CONSTRAINT "addressing_ask";--> statement-breakpoint
ALTER TABLE "addressing" DROP CONSTRAINT "addressing_ask_post_no_fk";
--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_ask_ask_post_fk" FOREIGN KEY ("ask") REFERENCES "public"."ask"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask" ADD CONSTRAINT "ask_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask" ADD CONSTRAINT "ask_post" FOREIGN KEY ("post","author") REFERENCES "public"."post"("no","author") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask" ADD CONSTRAINT "ask_solved_by" FOREIGN KEY ("solved_by") REFERENCES "public"."recommendation"("post") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_post" ON "answer" USING btree ("post");--> statement-breakpoint
CREATE INDEX "ask_author" ON "ask" USING btree ("author");--> statement-breakpoint
CREATE INDEX "ask_place" ON "ask" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "ask_place_words" ON "ask" USING btree (kith_folded(place)) WHERE place_id is null;--> statement-breakpoint
ALTER TABLE "addressing" DROP COLUMN "addressed_as";--> statement-breakpoint
ALTER TABLE "addressing" DROP COLUMN "ask";--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_reason" CHECK ("notification"."reason" in ('comment', 'reply', 'addressed', 'passed', 'thanks', 'sentence', 'asked', 'agreed', 'answered'));