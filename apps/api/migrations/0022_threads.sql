CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "message_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"thread" integer NOT NULL,
	"writer" integer NOT NULL,
	"text" text,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_no_unique" UNIQUE("no")
);
--> statement-breakpoint
CREATE TABLE "message_photo" (
	"message" uuid PRIMARY KEY NOT NULL,
	"width" smallint NOT NULL,
	"height" smallint NOT NULL,
	"small" "bytea" NOT NULL,
	"large" "bytea" NOT NULL,
	CONSTRAINT "message_photo_small_bytes" CHECK (length("message_photo"."small") <= 400000),
	CONSTRAINT "message_photo_large_bytes" CHECK (length("message_photo"."large") <= 400000)
);
--> statement-breakpoint
CREATE TABLE "message_report" (
	"no" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "message_report_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"message" uuid NOT NULL,
	"writer" integer NOT NULL,
	"text" text,
	"photo" "bytea",
	"reporter" integer NOT NULL,
	"reason" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_report_once" UNIQUE("reporter","message")
);
--> statement-breakpoint
CREATE TABLE "thread" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "thread_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"tie" uuid,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "thread_no_unique" UNIQUE("no"),
	CONSTRAINT "thread_tie_unique" UNIQUE("tie")
);
--> statement-breakpoint
CREATE TABLE "thread_member" (
	"thread" integer NOT NULL,
	"person" integer NOT NULL,
	"read_up_to" integer DEFAULT 0 NOT NULL,
	"left_up_to" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "thread_member_thread_person_pk" PRIMARY KEY("thread","person")
);
--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_thread_thread_no_fk" FOREIGN KEY ("thread") REFERENCES "public"."thread"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_writer_person_no_fk" FOREIGN KEY ("writer") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_photo" ADD CONSTRAINT "message_photo_message_message_id_fk" FOREIGN KEY ("message") REFERENCES "public"."message"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_report" ADD CONSTRAINT "message_report_writer_person_no_fk" FOREIGN KEY ("writer") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_report" ADD CONSTRAINT "message_report_reporter_person_no_fk" FOREIGN KEY ("reporter") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_tie_tie_id_fk" FOREIGN KEY ("tie") REFERENCES "public"."tie"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_member" ADD CONSTRAINT "thread_member_thread_thread_no_fk" FOREIGN KEY ("thread") REFERENCES "public"."thread"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_member" ADD CONSTRAINT "thread_member_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_thread" ON "message" USING btree ("thread","no");--> statement-breakpoint
CREATE INDEX "message_writer" ON "message" USING btree ("writer");--> statement-breakpoint
CREATE INDEX "message_report_writer" ON "message_report" USING btree ("writer");--> statement-breakpoint
CREATE INDEX "thread_member_person" ON "thread_member" USING btree ("person");