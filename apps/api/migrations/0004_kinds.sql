ALTER TABLE "recommendation" ADD COLUMN "trade" text;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "role" text;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "field" text;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "partners_sought" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "occasion" text;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "hours" text;--> statement-breakpoint
ALTER TABLE "recommendation" ADD COLUMN "ends" date;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_partners" CHECK (not "recommendation"."partners_sought" or ("recommendation"."interest" is not null and "recommendation"."interest" = 'paid'));--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_hours" CHECK ("recommendation"."hours" in ('full', 'part'));