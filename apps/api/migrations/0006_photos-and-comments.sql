CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "comment_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"post" integer NOT NULL,
	"writer" integer NOT NULL,
	"text" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "comment_no_unique" UNIQUE("no")
);
--> statement-breakpoint
CREATE TABLE "photo" (
	"post" integer PRIMARY KEY NOT NULL,
	"version" uuid NOT NULL,
	"words" text,
	"width" smallint NOT NULL,
	"height" smallint NOT NULL,
	"small" "bytea" NOT NULL,
	"large" "bytea" NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "photo_small_bytes" CHECK (length("photo"."small") <= 400000),
	CONSTRAINT "photo_large_bytes" CHECK (length("photo"."large") <= 400000)
);
--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_writer_person_no_fk" FOREIGN KEY ("writer") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo" ADD CONSTRAINT "photo_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_post" ON "comment" USING btree ("post","no");--> statement-breakpoint
CREATE INDEX "comment_writer" ON "comment" USING btree ("writer","made_at");