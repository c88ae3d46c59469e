CREATE TABLE "candidacy" (
	"post" integer PRIMARY KEY NOT NULL,
	"person" integer NOT NULL,
	"said" text,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "candidacy_said" CHECK ("candidacy"."said" in ('yes', 'no'))
);
--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_reason";--> statement-breakpoint
ALTER TABLE "post" DROP CONSTRAINT "post_form";--> statement-breakpoint
ALTER TABLE "post" DROP CONSTRAINT "post_all_ties";--> statement-breakpoint
ALTER TABLE "candidacy" ADD CONSTRAINT "candidacy_post_recommendation_post_fk" FOREIGN KEY ("post") REFERENCES "public"."recommendation"("post") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidacy" ADD CONSTRAINT "candidacy_person_person_no_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidacy_person" ON "candidacy" USING btree ("person");--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_reason" CHECK ("notification"."reason" in ('comment', 'reply', 'addressed', 'passed', 'thanks', 'sentence', 'asked', 'agreed'));--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_form" CHECK ("post"."form" in ('notebook', 'ties', 'held', 'club'));--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_all_ties" CHECK (not "post"."all_ties" or "post"."form" in ('ties', 'held'));
--> statement-breakpoint
-- Nothing that recommends a person for a job is for ties without his yes: not when he is asked, not when he takes the yes
-- back, and not when whom it names is gone, by whatever hand.
CREATE FUNCTION kith_hold_post() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE post SET form = 'held' WHERE no = coalesce(NEW.post, OLD.post) AND form = 'ties';
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER candidacy_open AFTER INSERT OR UPDATE ON candidacy
FOR EACH ROW WHEN (NEW.said IS DISTINCT FROM 'yes') EXECUTE FUNCTION kith_hold_post();
--> statement-breakpoint
CREATE TRIGGER candidacy_gone AFTER DELETE ON candidacy FOR EACH ROW EXECUTE FUNCTION kith_hold_post();
