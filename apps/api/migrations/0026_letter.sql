ALTER TABLE "person" ADD COLUMN "letters" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "letter_opened" text;