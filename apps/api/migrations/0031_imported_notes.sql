CREATE TABLE "imported_note" (
	"person" integer NOT NULL,
	"source" text NOT NULL,
	"key" text NOT NULL,
	"post" integer NOT NULL,
	"as_it_came" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "imported_note_person_source_key_pk" PRIMARY KEY("person","source","key"),
	CONSTRAINT "imported_note_source" CHECK ("imported_note"."source" in ('letterboxd', 'goodreads'))
);
--> statement-breakpoint
ALTER TABLE "imported_note" ADD CONSTRAINT "imported_note_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_note" ADD CONSTRAINT "imported_note_post_post_no_fk" FOREIGN KEY ("post") REFERENCES "public"."post"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imported_note_post" ON "imported_note" USING btree ("post");