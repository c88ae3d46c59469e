CREATE TABLE "notification" (
	"no" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notification_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person" integer NOT NULL,
	"reason" text NOT NULL,
	"post" integer NOT NULL,
	"actor" integer NOT NULL,
	"comment" integer,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notification_reason" CHECK ("notification"."reason" in ('comment', 'reply', 'addressed'))
);
--> statement-breakpoint
CREATE TABLE "notification_look" (
	"person" integer PRIMARY KEY NOT NULL,
	"as_of" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_actor_person_no_fk" FOREIGN KEY ("actor") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_comment_comment_no_fk" FOREIGN KEY ("comment") REFERENCES "public"."comment"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_look" ADD CONSTRAINT "notification_look_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notification_person" ON "notification" USING btree ("person","no");--> statement-breakpoint
CREATE INDEX "notification_post" ON "notification" USING btree ("post");--> statement-breakpoint
CREATE INDEX "notification_actor" ON "notification" USING btree ("actor");--> statement-breakpoint
CREATE INDEX "notification_comment" ON "notification" USING btree ("comment");