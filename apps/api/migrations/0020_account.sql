CREATE TABLE "left_handle" (
	"handle" text NOT NULL,
	"person" integer NOT NULL,
	"left_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "left_handle" ADD CONSTRAINT "left_handle_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "left_handle_handle" ON "left_handle" USING btree ("handle");--> statement-breakpoint
CREATE INDEX "left_handle_person" ON "left_handle" USING btree ("person","left_at");--> statement-breakpoint
-- Every handle stays with whoever had it first, by whatever hand it changes. After the row, not before: who waited for
-- another to leave the handle then sees that he did.
CREATE FUNCTION kith_keep_handle() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO left_handle (handle, person, left_at) VALUES (OLD.handle, NEW.no, NEW.updated_at);
  END IF;
  IF EXISTS (SELECT FROM left_handle WHERE handle = NEW.handle AND person <> NEW.no) THEN
    RAISE unique_violation USING MESSAGE = 'this handle stays with whoever had it', CONSTRAINT = 'person_handle_unique';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER person_arrived AFTER INSERT ON person FOR EACH ROW EXECUTE FUNCTION kith_keep_handle();
--> statement-breakpoint
CREATE TRIGGER person_renamed AFTER UPDATE OF handle ON person
FOR EACH ROW WHEN (OLD.handle IS DISTINCT FROM NEW.handle) EXECUTE FUNCTION kith_keep_handle();
