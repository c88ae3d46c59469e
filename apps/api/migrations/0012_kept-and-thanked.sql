CREATE TABLE "outcome_question" (
	"viewer" integer NOT NULL,
	"post" integer NOT NULL,
	"ask_at" timestamp with time zone,
	"contact_opened" boolean NOT NULL,
	CONSTRAINT "outcome_question_viewer_post_pk" PRIMARY KEY("viewer","post")
);
--> statement-breakpoint
CREATE TABLE "thanks" (
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "thanks_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"post" integer NOT NULL,
	"thanker" integer NOT NULL,
	"words" text,
	"thanked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "thanks_post_thanker_pk" PRIMARY KEY("post","thanker"),
	CONSTRAINT "thanks_no_unique" UNIQUE("no")
);
--> statement-breakpoint
CREATE TABLE "thanks_hop" (
	"thanks" integer NOT NULL,
	"place" smallint NOT NULL,
	"person" integer NOT NULL,
	CONSTRAINT "thanks_hop_thanks_place_pk" PRIMARY KEY("thanks","place"),
	CONSTRAINT "thanks_hop_place" CHECK ("thanks_hop"."place" between 0 and 3)
);
--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_reason";--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "thanks" integer;--> statement-breakpoint
ALTER TABLE "outcome_question" ADD CONSTRAINT "outcome_question_viewer_person_no_fk" FOREIGN KEY ("viewer") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_question" ADD CONSTRAINT "outcome_question_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_post_post_no_fk" FOREIGN KEY ("post") REFERENCES "public"."post"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_thanker_person_no_fk" FOREIGN KEY ("thanker") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks_hop" ADD CONSTRAINT "thanks_hop_thanks_thanks_no_fk" FOREIGN KEY ("thanks") REFERENCES "public"."thanks"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks_hop" ADD CONSTRAINT "thanks_hop_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outcome_question_due" ON "outcome_question" USING btree ("viewer","ask_at");--> statement-breakpoint
CREATE INDEX "outcome_question_post" ON "outcome_question" USING btree ("post");--> statement-breakpoint
CREATE INDEX "thanks_thanker" ON "thanks" USING btree ("thanker");--> statement-breakpoint
CREATE INDEX "thanks_hop_person" ON "thanks_hop" USING btree ("person","thanks");--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_thanks_thanks_no_fk" FOREIGN KEY ("thanks") REFERENCES "public"."thanks"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notification_thanks" ON "notification" USING btree ("thanks");--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_reason" CHECK ("notification"."reason" in ('comment', 'reply', 'addressed', 'passed', 'thanks'));