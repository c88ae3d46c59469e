CREATE INDEX "person_not_carrying" ON "person" USING btree ("no") WHERE not carries;--> statement-breakpoint
CREATE INDEX "tie_side_paused" ON "tie_side" USING btree ("owner","other") WHERE paused;