package org.larum.app.template;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.attributes.methodaccess.MethodAccessValidator;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.operator.BinaryOperator;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fills in templates. They can choose and shape words, and nothing that could grow: no loops, no variables of their own, no other
 * templates, no methods, no patterns. So how long one takes and how much it writes is bounded by how long it is.
 */
final class Pebble {

    private static final int MOST_WRITTEN = 64 * 1024;
    private static final Set<String> TAGS = Set.of("if", "verbatim");
    private static final Set<String> FILTERS =
            Set.of("upper", "lower", "capitalize", "title", "trim", "abbreviate", "default", "length", "escape");
    private static final Set<String> GROWING = Set.of("matches", "..");

    private static final PebbleEngine TEXT = engine(false);
    private static final PebbleEngine HTML = engine(true);

    private Pebble() {}

    /** It cannot be filled in; the message says why, in words for whoever wrote it. */
    static final class Unfit extends Exception {
        Unfit(String why) {
            super(why, null, false, false);
        }
    }

    private static PebbleEngine engine(boolean isHtml) {
        MethodAccessValidator nothing = (object, method) -> false;
        return new PebbleEngine.Builder()
                .strictVariables(true)
                .autoEscaping(isHtml)
                .methodAccessValidator(nothing)
                .maxRenderedSize(MOST_WRITTEN)
                .cacheActive(false)
                .registerExtensionCustomizer(Few::new)
                .build();
    }

    static String fill(String template, boolean isHtml, Map<String, Object> facts) throws Unfit {
        try {
            var written = new StringWriter();
            parsed(template, isHtml).evaluate(written, new HashMap<>(facts));
            return written.toString();
        } catch (PebbleException e) {
            throw new Unfit(said(e));
        } catch (IOException | RuntimeException e) {
            throw new Unfit("It cannot be filled in: " + e.getClass().getSimpleName() + ".");
        } catch (StackOverflowError e) {
            throw new Unfit("It is nested too deeply.");
        }
    }

    private static PebbleTemplate parsed(String template, boolean isHtml) {
        return (isHtml ? HTML : TEXT).getLiteralTemplate(template);
    }

    private static String said(PebbleException e) {
        var why = e.getPebbleMessage() == null ? "It cannot be read." : e.getPebbleMessage();
        return why + (e.getLineNumber() == null ? "" : " (line " + e.getLineNumber() + ")");
    }

    /** What is left of an extension of Pebble's. */
    private static final class Few extends ExtensionCustomizer {

        Few(Extension whole) {
            super(whole);
        }

        @Override
        public @Nullable Map<String, Filter> getFilters() {
            var all = super.getFilters();
            return all == null
                    ? null
                    : all.entrySet().stream()
                            .filter(one -> FILTERS.contains(one.getKey()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public @Nullable Map<String, Function> getFunctions() {
            return Map.of();
        }

        @Override
        public @Nullable List<TokenParser> getTokenParsers() {
            var all = super.getTokenParsers();
            return all == null
                    ? null
                    : all.stream().filter(one -> TAGS.contains(one.getTag())).toList();
        }

        @Override
        public @Nullable List<BinaryOperator> getBinaryOperators() {
            var all = super.getBinaryOperators();
            return all == null
                    ? null
                    : all.stream()
                            .filter(one -> !GROWING.contains(one.getSymbol()))
                            .toList();
        }
    }
}
