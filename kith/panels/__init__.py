"""Parents and carers take part: on panels, in interviews and short questions, and in making things together.

What is paid, and which expenses, is said in writing before anyone agrees; nothing is paid to who has not accepted it.
"""
