CREATE TABLE "change_floor" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"floor" "xid8" NOT NULL,
	CONSTRAINT "change_floor_only" CHECK ("change_floor"."only")
);
--> statement-breakpoint
CREATE TABLE "change_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "change_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"kind" text NOT NULL,
	"a" integer NOT NULL,
	"b" integer,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "club" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "club_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"host" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "club_no_unique" UNIQUE("no")
);
--> statement-breakpoint
CREATE TABLE "club_member" (
	"club" integer NOT NULL,
	"person" integer NOT NULL,
	"paused" boolean DEFAULT false NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "club_member_club_person_pk" PRIMARY KEY("club","person")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"inviter" integer NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"note" text,
	"circles" integer[] NOT NULL,
	"closeness" smallint,
	"sitting_together" boolean NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"accepted_by" integer,
	"tie_id" uuid,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "invitation_secretHash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "invitation_closeness" CHECK ("invitation"."closeness" between 1 and 5),
	CONSTRAINT "invitation_ends_once" CHECK ("invitation"."revoked_at" is null or "invitation"."accepted_at" is null)
);
--> statement-breakpoint
CREATE TABLE "invitation_enclosure" (
	"invitation" uuid NOT NULL,
	"position" smallint NOT NULL,
	"post" integer NOT NULL,
	"enclosure" jsonb NOT NULL,
	CONSTRAINT "invitation_enclosure_invitation_position_pk" PRIMARY KEY("invitation","position"),
	CONSTRAINT "invitation_enclosure_position" CHECK ("invitation_enclosure"."position" between 0 and 2)
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hidden_voice" (
	"viewer" integer NOT NULL,
	"person" integer NOT NULL,
	CONSTRAINT "hidden_voice_other" CHECK ("hidden_voice"."viewer" <> "hidden_voice"."person")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "person_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"handle" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"language" text,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"open" boolean DEFAULT false NOT NULL,
	"carries" boolean DEFAULT true NOT NULL,
	"findable" boolean DEFAULT true NOT NULL,
	"operator" boolean DEFAULT false NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_no_unique" UNIQUE("no"),
	CONSTRAINT "person_handle_unique" UNIQUE("handle"),
	CONSTRAINT "person_handle" CHECK ("person"."handle" ~ '^[a-z0-9][a-z0-9_-]{1,28}[a-z0-9]$'),
	CONSTRAINT "person_language" CHECK ("person"."language" in ('en', 'de'))
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "addressing" (
	"post" integer NOT NULL,
	"person" integer NOT NULL,
	"addressed_as" text NOT NULL,
	"ask" integer,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "addressing_post_person_pk" PRIMARY KEY("post","person"),
	CONSTRAINT "addressing_as" CHECK ("addressing"."addressed_as" in ('tie', 'answer')),
	CONSTRAINT "addressing_ask" CHECK (("addressing"."addressed_as" = 'answer') = ("addressing"."ask" is not null))
);
--> statement-breakpoint
CREATE TABLE "hidden_post" (
	"viewer" integer NOT NULL,
	"post" integer NOT NULL,
	CONSTRAINT "hidden_post_viewer_post_pk" PRIMARY KEY("viewer","post")
);
--> statement-breakpoint
CREATE TABLE "post" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "post_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"author" integer NOT NULL,
	"form" text NOT NULL,
	"all_ties" boolean DEFAULT false NOT NULL,
	"club" integer,
	"onward" smallint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "post_no_unique" UNIQUE("no"),
	CONSTRAINT "post_no_author" UNIQUE("no","author"),
	CONSTRAINT "post_form" CHECK ("post"."form" in ('notebook', 'ties', 'club')),
	CONSTRAINT "post_club" CHECK (("post"."form" = 'club') = ("post"."club" is not null)),
	CONSTRAINT "post_all_ties" CHECK (not "post"."all_ties" or "post"."form" = 'ties'),
	CONSTRAINT "post_onward" CHECK ("post"."onward" between 0 and 2),
	CONSTRAINT "post_since" CHECK ("post"."since" >= "post"."created_at")
);
--> statement-breakpoint
CREATE TABLE "post_circle" (
	"post" integer NOT NULL,
	"author" integer NOT NULL,
	"circle" integer NOT NULL,
	CONSTRAINT "post_circle_post_circle_pk" PRIMARY KEY("post","circle")
);
--> statement-breakpoint
CREATE TABLE "post_person" (
	"post" integer NOT NULL,
	"person" integer NOT NULL,
	"excepted" boolean NOT NULL,
	CONSTRAINT "post_person_post_person_pk" PRIMARY KEY("post","person")
);
--> statement-breakpoint
CREATE TABLE "recommendation" (
	"post" integer PRIMARY KEY NOT NULL,
	"author" integer NOT NULL,
	"subject" integer NOT NULL,
	"verdict" text NOT NULL,
	"interest" text,
	"interest_words" text,
	"title" text NOT NULL,
	"place" text,
	"creator" text,
	"year" smallint,
	"why" text,
	"for_whom" text,
	"not_for_whom" text,
	"basis" text NOT NULL,
	"when_said" text,
	"price" text,
	"link" text,
	"contact" text,
	"language" text NOT NULL,
	"edited_at" timestamp with time zone,
	CONSTRAINT "recommendation_once" UNIQUE("author","subject"),
	CONSTRAINT "recommendation_verdict" CHECK ("recommendation"."verdict" in ('recommend', 'against')),
	CONSTRAINT "recommendation_interest" CHECK ("recommendation"."interest" in ('none', 'connected', 'paid')),
	CONSTRAINT "recommendation_interest_words" CHECK ("recommendation"."interest" is null or "recommendation"."interest" = 'none' or "recommendation"."interest_words" is not null),
	CONSTRAINT "recommendation_basis" CHECK ("recommendation"."basis" in ('own', 'heard')),
	CONSTRAINT "recommendation_language" CHECK ("recommendation"."language" in ('en', 'de'))
);
--> statement-breakpoint
CREATE TABLE "recommendation_edit" (
	"post" integer NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"words" jsonb NOT NULL,
	"interest" text,
	CONSTRAINT "recommendation_edit_post_until_pk" PRIMARY KEY("post","until")
);
--> statement-breakpoint
CREATE TABLE "subject" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "subject_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	CONSTRAINT "subject_no_unique" UNIQUE("no"),
	CONSTRAINT "subject_kind" CHECK ("subject"."kind" in ('film', 'book', 'restaurant', 'shop', 'craftsman', 'health', 'job', 'business', 'place', 'other'))
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"person" integer NOT NULL,
	"key" uuid NOT NULL,
	"request" "bytea" NOT NULL,
	"status" smallint,
	"answer" text,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_person_key_pk" PRIMARY KEY("person","key")
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"bucket" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_limit_bucket_window_start_pk" PRIMARY KEY("bucket","window_start")
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "block" (
	"blocker" integer NOT NULL,
	"blocked" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "block_blocker_blocked_pk" PRIMARY KEY("blocker","blocked"),
	CONSTRAINT "block_other" CHECK ("block"."blocker" <> "block"."blocked")
);
--> statement-breakpoint
CREATE TABLE "circle" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "circle_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"owner" integer NOT NULL,
	"slot" smallint NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"ready_made" boolean NOT NULL,
	"name" text,
	CONSTRAINT "circle_no_unique" UNIQUE("no"),
	CONSTRAINT "circle_slot" UNIQUE("owner","slot"),
	CONSTRAINT "circle_no_owner" UNIQUE("no","owner"),
	CONSTRAINT "circle_slots" CHECK ("circle"."slot" between 0 and 15),
	CONSTRAINT "circle_position" CHECK ("circle"."position" between 0 and 15),
	CONSTRAINT "circle_kind" CHECK ("circle"."kind" in ('family', 'friends', 'acquaintances', 'colleagues', 'business', 'club', 'likeminded')),
	CONSTRAINT "circle_named" CHECK ("circle"."ready_made" or "circle"."name" is not null)
);
--> statement-breakpoint
CREATE TABLE "circle_member" (
	"circle" integer NOT NULL,
	"owner" integer NOT NULL,
	"other" integer NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "circle_member_circle_other_pk" PRIMARY KEY("circle","other"),
	CONSTRAINT "circle_member_position" CHECK ("circle_member"."position" between 0 and 15)
);
--> statement-breakpoint
CREATE TABLE "tie" (
	"id" uuid PRIMARY KEY NOT NULL,
	"low" integer NOT NULL,
	"high" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "tie_pair" UNIQUE("low","high"),
	CONSTRAINT "tie_order" CHECK ("tie"."low" < "tie"."high")
);
--> statement-breakpoint
CREATE TABLE "tie_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_no" integer NOT NULL,
	"to_no" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"declined_at" timestamp with time zone,
	CONSTRAINT "tie_request_pair" UNIQUE("from_no","to_no"),
	CONSTRAINT "tie_request_other" CHECK ("tie_request"."from_no" <> "tie_request"."to_no")
);
--> statement-breakpoint
CREATE TABLE "tie_side" (
	"owner" integer NOT NULL,
	"other" integer NOT NULL,
	"tie_id" uuid NOT NULL,
	"closeness" smallint,
	"paused" boolean DEFAULT false NOT NULL,
	"offers" text,
	CONSTRAINT "tie_side_owner_other_pk" PRIMARY KEY("owner","other"),
	CONSTRAINT "tie_side_once" UNIQUE("tie_id","owner"),
	CONSTRAINT "tie_side_other_person" CHECK ("tie_side"."owner" <> "tie_side"."other"),
	CONSTRAINT "tie_side_closeness" CHECK ("tie_side"."closeness" between 1 and 5),
	CONSTRAINT "tie_side_offers" CHECK ("tie_side"."offers" in ('yes', 'no'))
);
--> statement-breakpoint
ALTER TABLE "club" ADD CONSTRAINT "club_host_person_no_fk" FOREIGN KEY ("host") REFERENCES "public"."person"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club_member" ADD CONSTRAINT "club_member_club_club_no_fk" FOREIGN KEY ("club") REFERENCES "public"."club"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club_member" ADD CONSTRAINT "club_member_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_inviter_person_no_fk" FOREIGN KEY ("inviter") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_person_no_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."person"("no") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_tie_id_tie_id_fk" FOREIGN KEY ("tie_id") REFERENCES "public"."tie"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_enclosure" ADD CONSTRAINT "invitation_enclosure_invitation_invitation_id_fk" FOREIGN KEY ("invitation") REFERENCES "public"."invitation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_enclosure" ADD CONSTRAINT "invitation_enclosure_post_post_no_fk" FOREIGN KEY ("post") REFERENCES "public"."post"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_voice" ADD CONSTRAINT "hidden_voice_viewer_person_no_fk" FOREIGN KEY ("viewer") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_voice" ADD CONSTRAINT "hidden_voice_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addressing" ADD CONSTRAINT "addressing_post_post_no_fk" FOREIGN KEY ("post") REFERENCES "public"."post"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addressing" ADD CONSTRAINT "addressing_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addressing" ADD CONSTRAINT "addressing_ask_post_no_fk" FOREIGN KEY ("ask") REFERENCES "public"."post"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_post" ADD CONSTRAINT "hidden_post_viewer_person_no_fk" FOREIGN KEY ("viewer") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_post" ADD CONSTRAINT "hidden_post_post_post_no_fk" FOREIGN KEY ("post") REFERENCES "public"."post"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_author_person_no_fk" FOREIGN KEY ("author") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_club_club_no_fk" FOREIGN KEY ("club") REFERENCES "public"."club"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_circle" ADD CONSTRAINT "post_circle_post" FOREIGN KEY ("post","author") REFERENCES "public"."post"("no","author") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_circle" ADD CONSTRAINT "post_circle_circle_own" FOREIGN KEY ("circle","author") REFERENCES "public"."circle"("no","owner") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_person" ADD CONSTRAINT "post_person_post_post_no_fk" FOREIGN KEY ("post") REFERENCES "public"."post"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_person" ADD CONSTRAINT "post_person_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_subject_subject_no_fk" FOREIGN KEY ("subject") REFERENCES "public"."subject"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_post" FOREIGN KEY ("post","author") REFERENCES "public"."post"("no","author") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation_edit" ADD CONSTRAINT "recommendation_edit_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency" ADD CONSTRAINT "idempotency_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "block" ADD CONSTRAINT "block_blocker_person_no_fk" FOREIGN KEY ("blocker") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "block" ADD CONSTRAINT "block_blocked_person_no_fk" FOREIGN KEY ("blocked") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circle" ADD CONSTRAINT "circle_owner_person_no_fk" FOREIGN KEY ("owner") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circle_member" ADD CONSTRAINT "circle_member_circle" FOREIGN KEY ("circle","owner") REFERENCES "public"."circle"("no","owner") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circle_member" ADD CONSTRAINT "circle_member_tie_side" FOREIGN KEY ("owner","other") REFERENCES "public"."tie_side"("owner","other") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie" ADD CONSTRAINT "tie_low_person_no_fk" FOREIGN KEY ("low") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie" ADD CONSTRAINT "tie_high_person_no_fk" FOREIGN KEY ("high") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_request" ADD CONSTRAINT "tie_request_from_no_person_no_fk" FOREIGN KEY ("from_no") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_request" ADD CONSTRAINT "tie_request_to_no_person_no_fk" FOREIGN KEY ("to_no") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_side" ADD CONSTRAINT "tie_side_owner_person_no_fk" FOREIGN KEY ("owner") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_side" ADD CONSTRAINT "tie_side_other_person_no_fk" FOREIGN KEY ("other") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_side" ADD CONSTRAINT "tie_side_tie_id_tie_id_fk" FOREIGN KEY ("tie_id") REFERENCES "public"."tie"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "change_log_xid" ON "change_log" USING btree ("xid");--> statement-breakpoint
CREATE INDEX "club_member_person" ON "club_member" USING btree ("person");--> statement-breakpoint
CREATE INDEX "invitation_inviter" ON "invitation" USING btree ("inviter");--> statement-breakpoint
CREATE INDEX "invitation_tie" ON "invitation" USING btree ("tie_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_provider" ON "account" USING btree ("person_id","provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hidden_voice_once" ON "hidden_voice" USING btree ("viewer","person");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email_unique" ON "person" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "addressing_person" ON "addressing" USING btree ("person");--> statement-breakpoint
CREATE INDEX "post_author" ON "post" USING btree ("author","no");--> statement-breakpoint
CREATE INDEX "post_circle_circle" ON "post_circle" USING btree ("circle");--> statement-breakpoint
CREATE INDEX "post_person_person" ON "post_person" USING btree ("person");--> statement-breakpoint
CREATE INDEX "recommendation_subject" ON "recommendation" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "block_blocked" ON "block" USING btree ("blocked");--> statement-breakpoint
CREATE UNIQUE INDEX "circle_name" ON "circle" USING btree ("owner",lower("name"));--> statement-breakpoint
CREATE INDEX "circle_member_side" ON "circle_member" USING btree ("owner","other");--> statement-breakpoint
CREATE INDEX "tie_high" ON "tie" USING btree ("high");--> statement-breakpoint
CREATE INDEX "tie_request_to" ON "tie_request" USING btree ("to_no");--> statement-breakpoint
CREATE INDEX "tie_side_other" ON "tie_side" USING btree ("other");