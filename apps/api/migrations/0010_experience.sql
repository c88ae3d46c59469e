CREATE TABLE "experience" (
	"owner" integer NOT NULL,
	"other" integer NOT NULL,
	"kind" text,
	"good" integer NOT NULL,
	"bad" integer NOT NULL,
	"day" integer NOT NULL,
	CONSTRAINT "experience_once" UNIQUE NULLS NOT DISTINCT("owner","other","kind"),
	CONSTRAINT "experience_kind" CHECK ("experience"."kind" in ('film', 'book', 'restaurant', 'shop', 'craftsman', 'health', 'job', 'business', 'place', 'other')),
	CONSTRAINT "experience_amounts" CHECK ("experience"."good" >= 0 and "experience"."bad" >= 0 and "experience"."day" >= 0)
);
--> statement-breakpoint
CREATE TABLE "move" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "move_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"owner" integer NOT NULL,
	"other" integer NOT NULL,
	"cause" text NOT NULL,
	"post" integer,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"share" double precision NOT NULL,
	"shift" double precision NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "move_no_unique" UNIQUE("no"),
	CONSTRAINT "move_cause" CHECK ("move"."cause" in ('recommended', 'carried', 'less')),
	CONSTRAINT "move_of_post" CHECK ("move"."cause" <> 'less' or "move"."post" is null),
	CONSTRAINT "move_kind" CHECK ("move"."kind" in ('film', 'book', 'restaurant', 'shop', 'craftsman', 'health', 'job', 'business', 'place', 'other')),
	CONSTRAINT "move_outcome" CHECK ("move"."outcome" in ('helped', 'letDown')),
	CONSTRAINT "move_share" CHECK ("move"."share" > 0 and "move"."share" <= 1)
);
--> statement-breakpoint
CREATE TABLE "outcome" (
	"person" integer NOT NULL,
	"post" integer NOT NULL,
	"outcome" text NOT NULL,
	"sentence" text,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outcome_person_post_pk" PRIMARY KEY("person","post"),
	CONSTRAINT "outcome_outcome" CHECK ("outcome"."outcome" in ('helped', 'letDown')),
	CONSTRAINT "outcome_sentence" CHECK ("outcome"."sentence" is null or "outcome"."outcome" = 'letDown')
);
--> statement-breakpoint
ALTER TABLE "experience" ADD CONSTRAINT "experience_tie_side" FOREIGN KEY ("owner","other") REFERENCES "public"."tie_side"("owner","other") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move" ADD CONSTRAINT "move_post_post_no_fk" FOREIGN KEY ("post") REFERENCES "public"."post"("no") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move" ADD CONSTRAINT "move_tie_side" FOREIGN KEY ("owner","other") REFERENCES "public"."tie_side"("owner","other") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "move_side" ON "move" USING btree ("owner","other","no");--> statement-breakpoint
CREATE INDEX "move_post" ON "move" USING btree ("post","owner");--> statement-breakpoint
CREATE INDEX "outcome_post" ON "outcome" USING btree ("post");