CREATE TABLE "audience_change" (
	"no" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audience_change_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"post" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audience_move" (
	"change" integer NOT NULL,
	"person" integer NOT NULL,
	"came_in" boolean NOT NULL,
	CONSTRAINT "audience_move_change_person_pk" PRIMARY KEY("change","person")
);
--> statement-breakpoint
CREATE TABLE "comment_written" (
	"no" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comment_written_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"writer" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_reason";--> statement-breakpoint
ALTER TABLE "audience_change" ADD CONSTRAINT "audience_change_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_move" ADD CONSTRAINT "audience_move_change_audience_change_no_fk" FOREIGN KEY ("change") REFERENCES "public"."audience_change"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_move" ADD CONSTRAINT "audience_move_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_written" ADD CONSTRAINT "comment_written_writer_person_no_fk" FOREIGN KEY ("writer") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audience_change_post" ON "audience_change" USING btree ("post","no");--> statement-breakpoint
CREATE INDEX "audience_move_person" ON "audience_move" USING btree ("person");--> statement-breakpoint
CREATE INDEX "comment_written_writer" ON "comment_written" USING btree ("writer","made_at");--> statement-breakpoint
CREATE INDEX "comment_written_made_at" ON "comment_written" USING btree ("made_at");--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_reason" CHECK ("notification"."reason" in ('comment', 'reply', 'addressed', 'passed', 'thanks', 'sentence'));