CREATE TABLE "to_invite" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" integer NOT NULL,
	"name" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "to_invite_once" UNIQUE("person","name")
);
--> statement-breakpoint
ALTER TABLE "to_invite" ADD CONSTRAINT "to_invite_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "to_invite_of_person" ON "to_invite" USING btree ("person","added_at","id");