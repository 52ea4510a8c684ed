package dev.tightrope.outreach.inbound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.Participant.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wrote what a group or a mailing list passed on under its own address. */
class AuthorTest {
    private static final Party MIA = new Party("Mia Lund", "mia@nord.example");
    private static final Party GROUP = new Party("Sales", "sales@ours.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: \"'Mia Lund' via Sales\" <sales@ours.example>\nReply-To: Mia Lund <mia@nord.example>\nList-Id: <sales.ours.example>",
                "From: Mia Lund via Sales <sales@ours.example>\nReply-To: mia@nord.example\nList-Post: <mailto:sales@ours.example>",
                "From: Sales <sales@ours.example>\nList-Id: <sales.ours.example>\nX-Original-From: Mia Lund <mia@nord.example>",
                "From: 'Mia Lund' via Sales <sales@ours.example>\nX-Original-Sender: mia@nord.example\nReply-To: sales@ours.example",
                "From: Sales <sales@ours.example>\nAuthor: Mia Lund <mia@nord.example>\nList-Id: <sales.ours.example>"
            })
    void isWhomTheGroupNames(String fields) {
        InboundMail mail = read(fields);
        assertThat(mail.from()).isEqualTo(MIA);
        assertThat(mail.participants().get(0)).isEqualTo(new Participant(MIA.name(), MIA.address(), Role.FROM));
        assertThat(mail.participants()).noneMatch(party -> "sales@ours.example".equals(party.address()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reply-To: Mia Lund <mia@nord.example>",
                "Author: Mia Lund <mia@nord.example>",
                "X-Original-From: Mia Lund <mia@nord.example>",
                "List-Id: <sales.ours.example>\nReply-To: Mia Lund <mia@nord.example>",
                "List-Id: <sales.ours.example>\nX-Original-From: Mia Lund <mia@nord.example>, b@x.example"
            })
    void isTheSenderWhereNothingSaysThatAGroupPassedItOn(String fields) {
        assertThat(read("From: Sales <sales@ours.example>\n" + fields).from()).isEqualTo(GROUP);
    }

    @Test
    void aNameThatSaysViaAloneChangesNothing() {
        Party from = new Party("Mia via Sales", "sales@ours.example");
        assertThat(read("From: Mia via Sales <sales@ours.example>").from()).isEqualTo(from);
        assertThat(read("From: Anna Via Rossi <anna@nord.example>\nReply-To: assistant@nord.example")
                        .from())
                .isEqualTo(new Party("Anna Via Rossi", "anna@nord.example"));
        assertThat(read("From: Mia via Sales <sales@ours.example>\nReply-To: sales@ours.example")
                        .participants())
                .extracting(Participant::address)
                .isEqualTo(List.of("sales@ours.example", "rep@ours.example"));
    }

    private static InboundMail read(String fields) {
        return MessageReader.read(Mails.bytes(fields + "\nTo: rep@ours.example\nSubject: Re: Kallax\n\nCall me.\n"));
    }
}
