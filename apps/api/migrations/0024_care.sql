CREATE TABLE "care_side" (
	"owner" integer NOT NULL,
	"other" integer NOT NULL,
	"spoke_on" date,
	"ask_at" timestamp with time zone,
	CONSTRAINT "care_side_owner_other_pk" PRIMARY KEY("owner","other")
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "care" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "circle" ADD COLUMN "rhythm" smallint;--> statement-breakpoint
ALTER TABLE "care_side" ADD CONSTRAINT "care_side_tie_side" FOREIGN KEY ("owner","other") REFERENCES "public"."tie_side"("owner","other") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circle" ADD CONSTRAINT "circle_rhythm" CHECK ("circle"."rhythm" in (14, 30, 90, 180, 365));