CREATE TABLE "remembered" (
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "remembered_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"viewer" integer NOT NULL,
	"post" integer NOT NULL,
	"reason" text,
	"remembered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "remembered_viewer_post_pk" PRIMARY KEY("viewer","post"),
	CONSTRAINT "remembered_no_unique" UNIQUE("no")
);
--> statement-breakpoint
ALTER TABLE "remembered" ADD CONSTRAINT "remembered_viewer_person_no_fk" FOREIGN KEY ("viewer") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remembered" ADD CONSTRAINT "remembered_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "remembered_list" ON "remembered" USING btree ("viewer","no");--> statement-breakpoint
CREATE INDEX "remembered_post" ON "remembered" USING btree ("post");