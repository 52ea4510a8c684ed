package dev.tightrope.outreach.delivery;

import java.net.Socket;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * What is different about a conversation through a rep's own account.
 *
 * @param settings server, login and limits
 * @param properties trust and way to sign in, for Angus
 * @param sockets makes the sockets
 */
record AccountRoute(MailSettings.Smtp settings, Properties properties, Supplier<Socket> sockets) {}
