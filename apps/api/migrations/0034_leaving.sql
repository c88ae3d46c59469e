ALTER TABLE "club" DROP CONSTRAINT "club_host_person_no_fk";
--> statement-breakpoint
ALTER TABLE "left_handle" DROP CONSTRAINT "left_handle_person_person_no_fk";
--> statement-breakpoint
ALTER TABLE "thread" DROP CONSTRAINT "thread_tie_tie_id_fk";
--> statement-breakpoint
ALTER TABLE "club" ALTER COLUMN "host" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "left_handle" ALTER COLUMN "person" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "leaving_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "club" ADD CONSTRAINT "club_host_person_no_fk" FOREIGN KEY ("host") REFERENCES "public"."person"("no") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "left_handle" ADD CONSTRAINT "left_handle_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_tie_tie_id_fk" FOREIGN KEY ("tie") REFERENCES "public"."tie"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_leaving" ON "person" USING btree ("leaving_at") WHERE leaving_at is not null;
--> statement-breakpoint
-- Who left a handle may be gone; then it is nobody's for good.
CREATE OR REPLACE FUNCTION kith_keep_handle() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO left_handle (handle, person, left_at) VALUES (OLD.handle, NEW.no, NEW.updated_at);
  END IF;
  IF EXISTS (SELECT FROM left_handle WHERE handle = NEW.handle AND person IS DISTINCT FROM NEW.no) THEN
    RAISE unique_violation USING MESSAGE = 'this handle stays with whoever had it', CONSTRAINT = 'person_handle_unique';
  END IF;
  RETURN NULL;
END $$;
