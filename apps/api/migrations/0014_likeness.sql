CREATE TABLE "likeness_answer" (
	"post" integer NOT NULL,
	"subject" integer NOT NULL,
	"moved_from" integer,
	CONSTRAINT "likeness_answer_post_subject_pk" PRIMARY KEY("post","subject")
);
--> statement-breakpoint
ALTER TABLE "likeness_answer" ADD CONSTRAINT "likeness_answer_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likeness_answer" ADD CONSTRAINT "likeness_answer_subject_subject_no_fk" FOREIGN KEY ("subject") REFERENCES "public"."subject"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likeness_answer" ADD CONSTRAINT "likeness_answer_moved_from_subject_no_fk" FOREIGN KEY ("moved_from") REFERENCES "public"."subject"("no") ON DELETE no action ON UPDATE no action;