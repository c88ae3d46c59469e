CREATE TABLE "outcome_question" (
	"viewer" integer NOT NULL,
	"post" integer NOT NULL,
	"ask_at" timestamp with time zone,
	"contact_opened" boolean NOT NULL,
	CONSTRAINT "outcome_question_viewer_post_pk" PRIMARY KEY("viewer","post")
);
--> statement-breakpoint
ALTER TABLE "outcome_question" ADD CONSTRAINT "outcome_question_viewer_person_no_fk" FOREIGN KEY ("viewer") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_question" ADD CONSTRAINT "outcome_question_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outcome_question_due" ON "outcome_question" USING btree ("viewer","ask_at");--> statement-breakpoint
CREATE INDEX "outcome_question_post" ON "outcome_question" USING btree ("post");