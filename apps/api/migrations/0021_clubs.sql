CREATE TABLE "club_invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"club" integer NOT NULL,
	"inviter" integer NOT NULL,
	"invited" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"declined_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "club_invitation_once" UNIQUE("club","inviter","invited"),
	CONSTRAINT "club_invitation_other" CHECK ("club_invitation"."inviter" <> "club_invitation"."invited"),
	CONSTRAINT "club_invitation_mark" CHECK ("club_invitation"."withdrawn_at" is null or "club_invitation"."declined_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "join_code" (
	"code_hash" "bytea" PRIMARY KEY NOT NULL,
	"club" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"most" smallint NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "join_code_most" CHECK ("join_code"."most" between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "join_code_use" (
	"code_hash" "bytea" NOT NULL,
	"person" integer NOT NULL,
	CONSTRAINT "join_code_use_code_hash_person_pk" PRIMARY KEY("code_hash","person")
);
--> statement-breakpoint
ALTER TABLE "club" ADD COLUMN "about" text;--> statement-breakpoint
ALTER TABLE "club_invitation" ADD CONSTRAINT "club_invitation_club_club_no_fk" FOREIGN KEY ("club") REFERENCES "public"."club"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club_invitation" ADD CONSTRAINT "club_invitation_inviter_person_no_fk" FOREIGN KEY ("inviter") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club_invitation" ADD CONSTRAINT "club_invitation_invited_person_no_fk" FOREIGN KEY ("invited") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_code" ADD CONSTRAINT "join_code_club_club_no_fk" FOREIGN KEY ("club") REFERENCES "public"."club"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_code_use" ADD CONSTRAINT "join_code_use_code_hash_join_code_code_hash_fk" FOREIGN KEY ("code_hash") REFERENCES "public"."join_code"("code_hash") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_code_use" ADD CONSTRAINT "join_code_use_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "club_invitation_inviter" ON "club_invitation" USING btree ("inviter");--> statement-breakpoint
CREATE INDEX "club_invitation_invited" ON "club_invitation" USING btree ("invited");--> statement-breakpoint
CREATE UNIQUE INDEX "join_code_standing" ON "join_code" USING btree ("club") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "join_code_use_person" ON "join_code_use" USING btree ("person");