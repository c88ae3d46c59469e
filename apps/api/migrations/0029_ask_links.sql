CREATE TABLE "ask_link" (
	"secret_hash" "bytea" PRIMARY KEY NOT NULL,
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "ask_link_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"ask" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "ask_link_no_unique" UNIQUE("no")
);
--> statement-breakpoint
CREATE TABLE "guest_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"link" integer NOT NULL,
	"claim_hash" "bytea" NOT NULL,
	"title" text NOT NULL,
	"place" text,
	"why" text NOT NULL,
	"interest" text NOT NULL,
	"interest_words" text,
	"website" text,
	"contact" text,
	"name" text,
	"language" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "guest_answer_claimHash_unique" UNIQUE("claim_hash"),
	CONSTRAINT "guest_answer_interest" CHECK ("guest_answer"."interest" in ('none', 'connected')),
	CONSTRAINT "guest_answer_interest_words" CHECK (("guest_answer"."interest" = 'none') = ("guest_answer"."interest_words" is null)),
	CONSTRAINT "guest_answer_language" CHECK ("guest_answer"."language" in ('en', 'de'))
);
--> statement-breakpoint
ALTER TABLE "ask_link" ADD CONSTRAINT "ask_link_ask_ask_post_fk" FOREIGN KEY ("ask") REFERENCES "public"."ask"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_answer" ADD CONSTRAINT "guest_answer_link_ask_link_no_fk" FOREIGN KEY ("link") REFERENCES "public"."ask_link"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ask_link_ask" ON "ask_link" USING btree ("ask");--> statement-breakpoint
CREATE UNIQUE INDEX "ask_link_one_unrevoked" ON "ask_link" USING btree ("ask") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "guest_answer_link" ON "guest_answer" USING btree ("link");