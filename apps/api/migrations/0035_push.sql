CREATE TABLE "telling_device" (
	"endpoint" text PRIMARY KEY NOT NULL,
	"session" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"taken_until" timestamp with time zone,
	"failing_since" timestamp with time zone,
	CONSTRAINT "telling_device_session_unique" UNIQUE("session"),
	CONSTRAINT "telling_device_endpoint" CHECK (length("telling_device"."endpoint") <= 1000)
);
--> statement-breakpoint
ALTER TABLE "telling_device" ADD CONSTRAINT "telling_device_session_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;