package org.larum.notifiers.slack;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import java.util.List;
import java.util.UUID;

/** The window in which a note is written. */
public final class SlackModal {

    /** What Slack calls it when it comes back, and the one field in it. */
    public static final String NOTE = "larum-note";

    public static final String FIELD = "text";

    private static final int LONGEST = 3000;

    private SlackModal() {}

    /** As JSON. It comes back with the incident that it is about. */
    public static String note(UUID incident, int number) {
        return SlackCard.json(view(view -> view.type("modal")
                .callbackId(NOTE)
                .privateMetadata(incident.toString())
                .title(viewTitle(title -> title.type("plain_text").text("Note on INC-" + number)))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Write it down")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(List.of(input(block -> block.blockId(NOTE)
                        .label(plainText("What did you see or do?", false))
                        .element(plainTextInput(
                                field -> field.actionId(FIELD).multiline(true).maxLength(LONGEST))))))));
    }
}
