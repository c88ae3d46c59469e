CREATE TABLE "telling_choice" (
	"person" integer PRIMARY KEY NOT NULL,
	"time" text NOT NULL,
	"mail" boolean NOT NULL,
	"quiet_from" integer NOT NULL,
	"quiet_to" integer NOT NULL,
	CONSTRAINT "telling_choice_time" CHECK ("telling_choice"."time" in ('atOnce', 'evening', 'weekly')),
	CONSTRAINT "telling_choice_quiet" CHECK ("telling_choice"."quiet_from" between 0 and 23 and "telling_choice"."quiet_to" between 0 and 23)
);
--> statement-breakpoint
CREATE TABLE "telling_mark" (
	"person" integer PRIMARY KEY NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"taken_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "telling_choice" ADD CONSTRAINT "telling_choice_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "telling_mark" ADD CONSTRAINT "telling_mark_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;