-- The engine knows a tie by its two sides and cannot be loaded where one of them is missing. A missing one is unsorted.
INSERT INTO tie_side (owner, other, tie_id)
SELECT low, high, id FROM tie UNION ALL SELECT high, low, id FROM tie
ON CONFLICT (owner, other) DO NOTHING;
--> statement-breakpoint
-- At the end of a transaction, since neither a tie nor its sides can come first.
ALTER TABLE tie ADD CONSTRAINT tie_low_side FOREIGN KEY (low, high) REFERENCES tie_side (owner, other) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE tie ADD CONSTRAINT tie_high_side FOREIGN KEY (high, low) REFERENCES tie_side (owner, other) DEFERRABLE INITIALLY DEFERRED;
