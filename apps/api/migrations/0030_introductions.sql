CREATE TABLE "introduction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "introduction_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"asker" integer,
	"broker" integer NOT NULL,
	"kind" text NOT NULL,
	"words" text,
	"wanted" integer,
	"wanted_name" text,
	"post" integer,
	"made_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"offered_at" timestamp with time zone,
	"outside_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"thread" integer,
	CONSTRAINT "introduction_no_unique" UNIQUE("no"),
	CONSTRAINT "introduction_kind" CHECK ("introduction"."kind" in ('film', 'book', 'restaurant', 'shop', 'craftsman', 'health', 'job', 'business', 'place', 'other')),
	CONSTRAINT "introduction_other" CHECK ("introduction"."asker" <> "introduction"."broker"),
	CONSTRAINT "introduction_asked" CHECK (("introduction"."asker" is null) = ("introduction"."words" is null))
);
--> statement-breakpoint
CREATE TABLE "introduction_never" (
	"person" integer NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "introduction_never_person_kind_pk" PRIMARY KEY("person","kind"),
	CONSTRAINT "introduction_never_kind" CHECK ("introduction_never"."kind" in ('film', 'book', 'restaurant', 'shop', 'craftsman', 'health', 'job', 'business', 'place', 'other'))
);
--> statement-breakpoint
CREATE TABLE "introduction_side" (
	"introduction" integer NOT NULL,
	"person" integer NOT NULL,
	"line" text NOT NULL,
	"answer" text,
	"silent" boolean NOT NULL,
	CONSTRAINT "introduction_side_introduction_person_pk" PRIMARY KEY("introduction","person"),
	CONSTRAINT "introduction_side_answer" CHECK ("introduction_side"."answer" in ('yes', 'notNow', 'never'))
);
--> statement-breakpoint
ALTER TABLE "thread_member" ADD COLUMN "gone" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_asker_person_no_fk" FOREIGN KEY ("asker") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_broker_person_no_fk" FOREIGN KEY ("broker") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_wanted_person_no_fk" FOREIGN KEY ("wanted") REFERENCES "public"."person"("no") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_post_post_no_fk" FOREIGN KEY ("post") REFERENCES "public"."post"("no") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_thread_thread_no_fk" FOREIGN KEY ("thread") REFERENCES "public"."thread"("no") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_never" ADD CONSTRAINT "introduction_never_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_side" ADD CONSTRAINT "introduction_side_introduction_introduction_no_fk" FOREIGN KEY ("introduction") REFERENCES "public"."introduction"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_side" ADD CONSTRAINT "introduction_side_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "introduction_asker" ON "introduction" USING btree ("asker","made_at");--> statement-breakpoint
CREATE INDEX "introduction_broker" ON "introduction" USING btree ("broker","made_at");--> statement-breakpoint
CREATE INDEX "introduction_made" ON "introduction" USING btree ("made_at") WHERE accepted_at is null;--> statement-breakpoint
CREATE INDEX "introduction_side_person" ON "introduction_side" USING btree ("person");