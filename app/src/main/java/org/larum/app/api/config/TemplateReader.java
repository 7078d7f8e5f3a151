package org.larum.app.api.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.larum.app.intake.Storable;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.template.TemplateCheck;
import org.larum.domain.directory.Definition.Templates;
import org.larum.domain.directory.MessageTemplate;
import org.larum.domain.shared.ChannelKind;

/** Reads what messages say in the words of the house; each template is filled in once, to see whether it can be. */
final class TemplateReader {

    private static final int LONGEST = 20_000;
    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";
    private static final String HTML = "html";
    private static final Map<String, List<String>> PARTS =
            Map.of("email", List.of(SUBJECT, TEXT, HTML), "sms", List.of(TEXT));
    private static final List<String> CHANNELS = List.of("email", "sms");

    private final Mistakes mistakes;

    TemplateReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Optional<Templates> templates(Block channels) {
        return channels.given("templates", "templates by channel, such as {sms: {text: \"{{ title }}\"}}")
                .map(value -> templates(value, channels.at("templates")));
    }

    private Templates templates(Object value, String path) {
        var block = Block.of(value, path, mistakes, "the templates", CHANNELS);
        var all = new ArrayList<MessageTemplate>();
        for (var word : CHANNELS) {
            block.given(word, "the parts of the message, such as {text: \"{{ title }}\"}")
                    .ifPresent(parts -> all.addAll(parts(word, parts, block.at(word))));
        }
        return new Templates(RuleBook.TEMPLATES, Section.TEMPLATES_WORD, all);
    }

    private List<MessageTemplate> parts(String word, Object value, String path) {
        var channel = ChannelKind.valueOf(word.toUpperCase(Locale.ROOT));
        var names = PARTS.getOrDefault(word, List.of());
        var block = Block.of(value, path, mistakes, "the parts of the message", names);
        if (block.has(TEXT) != block.has(HTML) && names.contains(HTML)) {
            mistakes.add(
                    block.at(block.has(TEXT) ? HTML : TEXT),
                    "This is missing. A mail says the same as text and as HTML: write both or none.");
        }
        var found = new ArrayList<MessageTemplate>();
        for (var name : names) {
            block.given(name, "the words, with {{ title }} where the title stands")
                    .flatMap(given -> words(given, block.at(name)))
                    .filter(words -> isGood(channel, name, words, block.at(name)))
                    .ifPresent(words -> found.add(new MessageTemplate(channel, name, words)));
        }
        return found;
    }

    private Optional<String> words(Object value, String path) {
        if (!(value instanceof String text) || text.isBlank()) {
            mistakes.add(path, "This must be text. Write the words of the message, in quotes or as a block.");
            return Optional.empty();
        }
        if (text.length() > LONGEST || Storable.flaw(text) != null) {
            mistakes.add(
                    path, "This is longer than %,d characters, or holds one that none can have.".formatted(LONGEST));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private boolean isGood(ChannelKind channel, String part, String words, String path) {
        var flaw = TemplateCheck.flaw(channel, part, words);
        flaw.ifPresent(why -> mistakes.add(path, why));
        return flaw.isEmpty();
    }

    /** As the file has it. */
    static Map<String, Object> written(Templates templates) {
        var all = new LinkedHashMap<String, Object>();
        for (var word : CHANNELS) {
            var parts = new LinkedHashMap<String, Object>();
            templates.templates().stream()
                    .filter(one -> one.channel().name().toLowerCase(Locale.ROOT).equals(word))
                    .forEach(one -> parts.put(one.part(), one.text()));
            if (!parts.isEmpty()) {
                all.put(word, parts);
            }
        }
        return all;
    }
}
