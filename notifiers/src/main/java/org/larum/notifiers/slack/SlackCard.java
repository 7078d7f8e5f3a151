package org.larum.notifiers.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.confirmationDialog;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Severity;

/**
 * One message with its buttons. {@code sign}: a colour that is seen in a long channel; the word stands beside it. {@code head}, {@code
 * title} and {@code facts} are plain text, however hostile; {@code since}: shown in the reader's own time; {@code about}: the incident
 * that the buttons are about, null when there are none.
 */
public record SlackCard(
        String sign,
        String head,
        String title,
        List<String> facts,
        @Nullable Instant since,
        @Nullable UUID about,
        List<SlackPress> presses,
        URI link) {

    public static final String OVER = ":white_check_mark: ";
    public static final String NO_SIGN = "";

    private static final int LONGEST_HEAD = 150;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_FACT = 250;
    private static final int MOST_FACTS = 10;
    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .disableHtmlEscaping()
            .create();

    /**
     * The fields of {@code chat.postMessage} and {@code chat.update}: the blocks, and a text for notifications of the system. No link is
     * unfolded: Slack would fetch what a title names.
     *
     * @param mark what the message is found by, beside its time: Slack keeps it and shows it to nobody
     */
    public Map<String, String> form(Mark mark) {
        var form = new LinkedHashMap<String, String>();
        form.put("text", SlackText.line(head + ": " + title, LONGEST_TITLE));
        form.put("blocks", GSON.toJson(blocks()));
        form.putAll(quiet());
        form.put("metadata", mark.json());
        return form;
    }

    /** Nothing unfolds, nobody is called by a name in a text. */
    public static Map<String, String> quiet() {
        return Map.of("unfurl_links", "false", "unfurl_media", "false", "link_names", "false", "parse", "none");
    }

    /** {@code kind}: such as "larum_incident"; {@code id}: of what the message is about. */
    public record Mark(String kind, String id) {

        public String json() {
            return GSON.toJson(Map.of("event_type", kind, "event_payload", Map.of("id", id)));
        }
    }

    static String json(Object model) {
        return GSON.toJson(model);
    }

    private List<LayoutBlock> blocks() {
        var blocks = new ArrayList<LayoutBlock>();
        var text = sign + "*" + SlackText.line(head, LONGEST_HEAD) + "*\n" + SlackText.line(title, LONGEST_TITLE);
        blocks.add(section(block -> block.text(words(text))));
        var lines = lines();
        if (!lines.isEmpty()) {
            blocks.add(context(block -> block.elements(List.of(words(String.join("\n", lines))))));
        }
        blocks.add(actions(block -> block.elements(buttons())));
        return blocks;
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        facts.stream()
                .limit(MOST_FACTS)
                .map(fact -> SlackText.line(fact, LONGEST_FACT))
                .forEach(lines::add);
        if (since != null) {
            lines.add("Since " + SlackText.moment(since));
        }
        return lines;
    }

    private static MarkdownTextObject words(String escaped) {
        return markdownText(text -> text.text(escaped).verbatim(true));
    }

    private List<BlockElement> buttons() {
        var buttons = new ArrayList<BlockElement>();
        if (about != null) {
            presses.forEach(press -> buttons.add(button(press, about)));
        }
        buttons.add(ButtonElement.builder()
                .actionId("larum-open")
                .text(plainText("Open in Larum", false))
                .url(link.toString())
                .build());
        return buttons;
    }

    private static ButtonElement button(SlackPress press, UUID about) {
        var button = ButtonElement.builder()
                .actionId(press.id())
                .text(plainText(press.label(), false))
                .value(about.toString());
        if (press.style() != null) {
            button.style(press.style());
        }
        if (press == SlackPress.RESOLVE) {
            button.confirm(confirmationDialog(dialog -> dialog.title(plainText("Resolve it?", false))
                    .text(plainText("Nobody is asked any more, and its alerts are closed.", false))
                    .confirm(plainText("Resolve", false))
                    .deny(plainText("Not yet", false))));
        }
        return button.build();
    }

    public static String sign(Severity severity) {
        return switch (severity) {
            case CRITICAL -> ":red_circle: ";
            case HIGH -> ":large_orange_circle: ";
            case MEDIUM -> ":large_yellow_circle: ";
            case LOW -> ":large_blue_circle: ";
        };
    }
}
