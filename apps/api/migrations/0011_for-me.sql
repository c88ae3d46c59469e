CREATE TABLE "closed_kind" (
	"owner" integer NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "closed_kind_owner_kind_pk" PRIMARY KEY("owner","kind"),
	CONSTRAINT "closed_kind_kind" CHECK ("closed_kind"."kind" in ('film', 'book', 'restaurant', 'shop', 'craftsman', 'health', 'job', 'business', 'place', 'other'))
);
--> statement-breakpoint
CREATE TABLE "closed_person" (
	"owner" integer NOT NULL,
	"person" integer NOT NULL,
	CONSTRAINT "closed_person_owner_person_pk" PRIMARY KEY("owner","person")
);
--> statement-breakpoint
CREATE TABLE "for_me_look" (
	"person" integer PRIMARY KEY NOT NULL,
	"as_of" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pass" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post" integer NOT NULL,
	"sender" integer NOT NULL,
	"recipient" integer NOT NULL,
	"sentence" text,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pass_once" UNIQUE("post","sender","recipient")
);
--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_reason";--> statement-breakpoint
ALTER TABLE "closed_kind" ADD CONSTRAINT "closed_kind_owner_person_no_fk" FOREIGN KEY ("owner") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_person" ADD CONSTRAINT "closed_person_owner_person_no_fk" FOREIGN KEY ("owner") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_person" ADD CONSTRAINT "closed_person_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "for_me_look" ADD CONSTRAINT "for_me_look_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pass" ADD CONSTRAINT "pass_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pass" ADD CONSTRAINT "pass_sender_person_no_fk" FOREIGN KEY ("sender") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pass" ADD CONSTRAINT "pass_recipient_person_no_fk" FOREIGN KEY ("recipient") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pass_recipient" ON "pass" USING btree ("recipient","made_at");--> statement-breakpoint
CREATE INDEX "pass_sender" ON "pass" USING btree ("sender","made_at");--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_reason" CHECK ("notification"."reason" in ('comment', 'reply', 'addressed', 'passed'));