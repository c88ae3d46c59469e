ALTER TABLE "move" ADD COLUMN "undone_because" text;--> statement-breakpoint
UPDATE "move" SET "undone_because" = 'mistaken' WHERE "undone_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "move" ADD CONSTRAINT "move_undone_because" CHECK ("move"."undone_because" in ('mistaken', 'talked'));--> statement-breakpoint
ALTER TABLE "move" ADD CONSTRAINT "move_undone" CHECK (("move"."undone_at" is null) = ("move"."undone_because" is null));--> statement-breakpoint
ALTER TABLE "move" ADD CONSTRAINT "move_talked" CHECK ("move"."outcome" = 'letDown' or "move"."undone_because" is distinct from 'talked');