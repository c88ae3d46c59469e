-- Words that were kept before these fields were there say nothing in them.
UPDATE "recommendation_edit" SET "words" = '{"partnersSought": false, "occasion": null, "hours": null, "ends": null}'::jsonb || "words";--> statement-breakpoint
UPDATE "invitation_enclosure" SET "enclosure" = "enclosure"
  || jsonb_build_object('subject', '{"trade": null, "region": null, "role": null, "field": null}'::jsonb || ("enclosure"->'subject'))
  || jsonb_build_object('words', '{"partnersSought": false, "occasion": null, "hours": null, "ends": null}'::jsonb || ("enclosure"->'words'));
