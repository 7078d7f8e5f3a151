package org.larum.projections.postmortem;

import java.util.List;
import org.larum.domain.postmortem.PostmortemEvent;
import org.larum.domain.postmortem.PostmortemEvent.ActionAdded;
import org.larum.domain.postmortem.PostmortemEvent.ActionChanged;
import org.larum.domain.postmortem.PostmortemEvent.ActionReminded;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemAsked;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemDrafted;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemPublished;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemReopened;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemWritten;
import org.larum.domain.postmortem.PostmortemEvent.ReviewRequested;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;
import org.larum.projections.shared.Logged;
import org.larum.projections.shared.Projector;

/** Keeps reviews, their texts, their actions and what was learned. */
public final class PostmortemProjector implements Projector {

    private final PostmortemTable table;
    private final ActionTable actions;
    private final KnowledgeTable knowledge;

    public PostmortemProjector(PostmortemTable table, ActionTable actions, KnowledgeTable knowledge) {
        this.table = table;
        this.actions = actions;
        this.knowledge = knowledge;
    }

    @Override
    public String room() {
        return "postmortem";
    }

    @Override
    public List<String> tables() {
        return List.of("postmortem_views", "postmortem_versions", "postmortem_actions", "postmortem_knowledge");
    }

    @Override
    public List<Class<? extends Event>> hears() {
        return List.of(PostmortemEvent.class);
    }

    @Override
    public void on(List<Logged> page) {
        for (var logged : page) {
            if (logged.event() instanceof PostmortemEvent event) {
                write(event, logged.index());
            }
        }
    }

    private void write(PostmortemEvent event, long index) {
        switch (event) {
            case PostmortemAsked e -> table.ask(e, index);
            case PostmortemDrafted e -> table.draft(e, Actor.LARUM, index);
            case PostmortemWritten e -> table.write(e, index);
            case ReviewRequested e -> table.turn(e, "review", index);
            case PostmortemReopened e -> table.turn(e, "draft", index);
            case PostmortemPublished e -> {
                table.publish(e, index);
                knowledge.keep(e, index);
            }
            case ActionAdded e -> actions.add(e, index);
            case ActionChanged e -> actions.change(e, index);
            case ActionReminded e -> actions.remind(e, index);
        }
    }
}
