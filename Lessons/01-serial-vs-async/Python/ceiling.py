"""How far it goes: waits overlap, work does not."""


# [00:52] [00:55] However many requests there are, one thread answers no more of them a second than their work allows.
def requests_per_second(request):
    return 1 / work(request)


# [01:54] [01:57] Every wait is room for other requests. Where a request only works, there is no room: the gain is 1.
def gain(request):
    return (work(request) + request.user + request.courses) / work(request)


def work(request):
    return request.receive + request.greet + request.respond
