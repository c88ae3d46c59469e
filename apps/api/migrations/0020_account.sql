CREATE TABLE "askable" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" integer NOT NULL,
	"kind" text NOT NULL,
	"place" text,
	"place_id" integer,
	"words" text NOT NULL,
	"all_ties" boolean NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "askable_kind" CHECK ("askable"."kind" in ('film', 'book', 'restaurant', 'shop', 'craftsman', 'health', 'job', 'business', 'place', 'other')),
	CONSTRAINT "askable_place_id" CHECK ("askable"."place_id" is null or "askable"."place" is not null)
);
--> statement-breakpoint
CREATE TABLE "askable_circle" (
	"askable" uuid NOT NULL,
	"owner" integer NOT NULL,
	"circle" integer NOT NULL,
	CONSTRAINT "askable_circle_askable_circle_pk" PRIMARY KEY("askable","circle")
);
--> statement-breakpoint
CREATE TABLE "askable_person" (
	"askable" uuid NOT NULL,
	"person" integer NOT NULL,
	"excepted" boolean NOT NULL,
	CONSTRAINT "askable_person_askable_person_pk" PRIMARY KEY("askable","person")
);
--> statement-breakpoint
CREATE TABLE "left_handle" (
	"handle" text NOT NULL,
	"person" integer NOT NULL,
	"left_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "face" (
	"person" integer PRIMARY KEY NOT NULL,
	"small" "bytea" NOT NULL,
	"large" "bytea" NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "face_small_bytes" CHECK (length("face"."small") <= 400000),
	CONSTRAINT "face_large_bytes" CHECK (length("face"."large") <= 400000)
);
--> statement-breakpoint
ALTER TABLE "askable" ADD CONSTRAINT "askable_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "askable" ADD CONSTRAINT "askable_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "askable_circle" ADD CONSTRAINT "askable_circle_askable_askable_id_fk" FOREIGN KEY ("askable") REFERENCES "public"."askable"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "askable_circle" ADD CONSTRAINT "askable_circle_own" FOREIGN KEY ("circle","owner") REFERENCES "public"."circle"("no","owner") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "askable_person" ADD CONSTRAINT "askable_person_askable_askable_id_fk" FOREIGN KEY ("askable") REFERENCES "public"."askable"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "askable_person" ADD CONSTRAINT "askable_person_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "left_handle" ADD CONSTRAINT "left_handle_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "face" ADD CONSTRAINT "face_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "askable_of_person" ON "askable" USING btree ("person");--> statement-breakpoint
CREATE INDEX "askable_circle_circle" ON "askable_circle" USING btree ("circle");--> statement-breakpoint
CREATE INDEX "askable_person_person" ON "askable_person" USING btree ("person");--> statement-breakpoint
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
