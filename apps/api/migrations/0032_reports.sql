CREATE TABLE "objection" (
	"secret_hash" "bytea" PRIMARY KEY NOT NULL,
	"fingerprint" "bytea" NOT NULL,
	"report" uuid,
	"name" text NOT NULL,
	"entry" text NOT NULL,
	"why" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "objection_fingerprint_unique" UNIQUE("fingerprint"),
	CONSTRAINT "objection_report_unique" UNIQUE("report"),
	CONSTRAINT "objection_language" CHECK ("objection"."language" in ('en', 'de'))
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"object" uuid,
	"author" integer,
	"reporter" integer,
	"reason" text NOT NULL,
	"words" text,
	"said" jsonb,
	"photo" "bytea",
	"found_for" uuid,
	"made_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "report_once" UNIQUE("reporter","what","object"),
	CONSTRAINT "report_found_once" UNIQUE("found_for","object"),
	CONSTRAINT "report_what" CHECK ("report"."what" in ('recommendation', 'ask', 'comment', 'message', 'person', 'guestAnswer', 'face', 'objection')),
	CONSTRAINT "report_reason" CHECK ("report"."reason" in ('interest', 'person', 'unlawful', 'selling', 'harassment', 'other')),
	CONSTRAINT "report_object" CHECK (("report"."what" = 'objection') = ("report"."object" is null))
);
--> statement-breakpoint
CREATE TABLE "report_appeal" (
	"report" uuid NOT NULL,
	"by" text NOT NULL,
	"words" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_appeal_report_by_pk" PRIMARY KEY("report","by"),
	CONSTRAINT "report_appeal_by" CHECK ("report_appeal"."by" in ('reporter', 'author', 'objector'))
);
--> statement-breakpoint
CREATE TABLE "report_decision" (
	"no" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_decision_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"report" uuid NOT NULL,
	"operator" integer,
	"outcome" text NOT NULL,
	"reasons" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_decision_outcome" CHECK ("report_decision"."outcome" in ('dismissed', 'asked', 'removed', 'interest', 'answered'))
);
--> statement-breakpoint
CREATE TABLE "report_look" (
	"no" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_look_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"report" uuid NOT NULL,
	"operator" integer,
	"why" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
INSERT INTO "report" ("id", "what", "object", "author", "reporter", "reason", "words", "said", "photo", "made_at")
SELECT gen_random_uuid(), 'message', m."message", m."writer", m."reporter", 'other', m."reason",
	CASE WHEN m."text" IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('text', m."text") END, m."photo", m."reported_at"
FROM "message_report" m;--> statement-breakpoint
DROP TABLE "message_report" CASCADE;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_report_report_id_fk" FOREIGN KEY ("report") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_author_person_no_fk" FOREIGN KEY ("author") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_reporter_person_no_fk" FOREIGN KEY ("reporter") REFERENCES "public"."person"("no") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_found_for_report_id_fk" FOREIGN KEY ("found_for") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_appeal" ADD CONSTRAINT "report_appeal_report_report_id_fk" FOREIGN KEY ("report") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_decision" ADD CONSTRAINT "report_decision_report_report_id_fk" FOREIGN KEY ("report") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_decision" ADD CONSTRAINT "report_decision_operator_person_no_fk" FOREIGN KEY ("operator") REFERENCES "public"."person"("no") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_look" ADD CONSTRAINT "report_look_report_report_id_fk" FOREIGN KEY ("report") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_look" ADD CONSTRAINT "report_look_operator_person_no_fk" FOREIGN KEY ("operator") REFERENCES "public"."person"("no") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "objection_made_at" ON "objection" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "report_author" ON "report" USING btree ("author");--> statement-breakpoint
CREATE INDEX "report_open" ON "report" USING btree ("made_at") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "report_closed" ON "report" USING btree ("closed_at");--> statement-breakpoint
CREATE INDEX "report_decision_report" ON "report_decision" USING btree ("report");--> statement-breakpoint
CREATE INDEX "report_decision_operator" ON "report_decision" USING btree ("operator");--> statement-breakpoint
CREATE INDEX "report_look_report" ON "report_look" USING btree ("report");--> statement-breakpoint
CREATE INDEX "report_look_operator" ON "report_look" USING btree ("operator");