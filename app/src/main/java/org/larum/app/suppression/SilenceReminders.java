package org.larum.app.suppression;

import java.util.List;
import java.util.Map;
import org.larum.app.bus.Commands;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Rule;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Time;
import org.larum.domain.suppression.SilenceReminder;
import org.larum.domain.suppression.SilenceReminder.Holding;

/** Looks now and then at what silences hide, and reminds whoever made them. On any node: nobody is reminded twice. */
public final class SilenceReminders {

    private final HeldTable table;
    private final HushTable hushes;
    private final RuleBook rules;
    private final Commands commands;
    private final Time time;

    SilenceReminders(HeldTable table, HushTable hushes, RuleBook rules, Commands commands, Time time) {
        this.table = table;
        this.hushes = hushes;
        this.rules = rules;
        this.commands = commands;
        this.time = time;
    }

    /** One look. Stories call it after winding the clock. */
    public void look() {
        var directory = rules.now();
        var holdings = table.silenced();
        var quiet = hushes.silenced();
        var none = new Holding(0, time.now());
        var asked = directory.rules(Rule.Silence.class).stream()
                .flatMap(silence -> SilenceReminder.of(
                        silence,
                        directory.version(silence.id()),
                        holdings.getOrDefault(silence.id().value(), none).and(quiet.getOrDefault(silence.word(), none)),
                        time.now())
                        .stream())
                .<Command>map(one -> one)
                .toList();
        if (!asked.isEmpty()) {
            commands.send(Map.of(), List.copyOf(asked));
        }
    }
}
