"""A client of the Custom Channels API, v3, such as somebody wrote before 2026-03 was there.

Calls each of the thirteen operations and prints every answer as one line of JSON. Knows nothing of other versions.

Usage: v3_client.py <server URL> <access token> <developer key> <account token>
"""

import json
import sys
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

server, access_token, developer_key, account_token = sys.argv[1:]
root = server + "/conversations/v3/custom-channels"

# 2^53 + 1, which a double cannot hold.
LARGE = 9007199254740993


def call(operation, method, path, body=None, query=(), as_developer=False):
    query = list(query)
    headers = {"Accept": "application/json"}
    if as_developer:
        query += [("hapikey", developer_key), ("appId", "1234")]
    else:
        headers["Authorization"] = "Bearer " + access_token
    data = None
    if body is not None:
        data = json.dumps(body).encode()
        headers["Content-Type"] = "application/json"
    url = root + path + ("?" + urlencode(query) if query else "")
    try:
        response = urlopen(Request(url, data, headers, method=method), timeout=20)
    except HTTPError as error:
        response = error
    with response:
        # Links say where the server is, which no program depends on.
        text = response.read().decode().replace(server, "")
        answer = {
            "operation": operation,
            "status": response.status,
            "type": response.headers.get("Content-Type"),
            "body": json.loads(text) if text else None,
        }
    if answer["status"] >= 400:
        # For people to read, and free to name a version.
        del answer["body"]["message"]
    print(json.dumps(answer, sort_keys=True), flush=True)
    return answer["body"]


channel = call("createChannel", "POST", "/", {
    "name": "Harbor Chat",
    "capabilities": {"threadingModel": "DELIVERY_IDENTIFIER", "richText": ["BOLD"]},
    "webhookUrl": "https://hooks.example.com/harbor",
}, as_developer=True)
call("createChannel", "POST", "/", {"name": "Second", "capabilities": {}}, as_developer=True)
call("listChannels", "GET", "/", query=[("limit", "1")], as_developer=True)
of_channel = "/" + channel["id"]
call("getChannel", "GET", of_channel, as_developer=True)
call("updateChannel", "PATCH", of_channel, {"name": "Harbor Messages"}, as_developer=True)

call("updateChannelAccountStagingToken", "PATCH",
     of_channel + "/channel-account-staging-tokens/" + account_token,
     {"accountName": "Front desk", "deliveryIdentifier": {"type": "HS_PHONE_NUMBER", "value": "+15550199010"}})
account = call("createChannelAccount", "POST", of_channel + "/channel-accounts", {
    "authorized": True,
    "inboxId": "1",
    "name": "Night desk",
    "deliveryIdentifier": {"type": "HS_EMAIL_ADDRESS", "value": "night@example.com"},
})
call("listChannelAccounts", "GET", of_channel + "/channel-accounts", query=[
    ("limit", "1"),
    ("sort", "name"),
    ("sort", "id"),
    ("deliveryIdentifierType", "HS_EMAIL_ADDRESS"),
])
of_account = of_channel + "/channel-accounts/" + account["id"]
call("getChannelAccount", "GET", of_account, query=[("archived", "false")])
call("updateChannelAccount", "PATCH", of_account, {"name": "Night porter"})
call("getChannelAccount", "GET", of_channel + "/channel-accounts/%d" % LARGE)

message = call("publishMessage", "POST", of_channel + "/messages", {
    "text": "Grüße \U0001f6b2",
    "messageDirection": "INCOMING",
    "timestamp": "2026-05-12T15:20:05.640Z",
    "channelAccountId": account["id"],
    "integrationIdempotencyId": "once",
    "senders": [{"name": "Mara", "deliveryIdentifier": {"type": "HS_PHONE_NUMBER", "value": "+15550142377"}}],
    "recipients": [{"deliveryIdentifier": {"type": "HS_EMAIL_ADDRESS", "value": "night@example.com"}}],
    "attachments": [{"type": "MESSAGE_HEADER", "fileId": LARGE, "text": "A bike"}],
})
of_message = of_channel + "/messages/" + message["id"]
call("getMessage", "GET", of_message)
call("updateMessage", "PATCH", of_message, {"statusType": "FAILED", "errorMessage": "no such number"})
call("updateMessage", "PATCH", of_message, {"statusType": "LOST"})
call("archiveChannel", "DELETE", of_channel, as_developer=True)
call("getChannel", "GET", of_channel, as_developer=True)
